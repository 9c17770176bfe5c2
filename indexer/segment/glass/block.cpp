#include "indexer/segment/glass/block.h"

#include <algorithm>

#include "common/index/glass_version.h"

namespace news {

char* GlassBlock::append(std::size_t item_bytes) {
  items_begin_ -= item_bytes;
  put_big16(bytes_.data() + directory_end_, static_cast<std::uint32_t>(items_begin_));
  directory_end_ += kDirectoryEntryBytes;
  return bytes_.data() + items_begin_;
}

std::string_view GlassBlock::seal(unsigned level) {
  const auto gap = static_cast<std::uint32_t>(items_begin_ - directory_end_);
  // The gap must not carry what an earlier block left there: it would count as content.
  std::fill_n(bytes_.data() + directory_end_, gap, '\0');
  char* out = put_big32(bytes_.data(), kGlassRevision);
  *out++ = static_cast<char>(level);
  out = put_big16(out, gap);  // the longest free run ...
  out = put_big16(out, gap);  // ... is all free bytes: nothing was ever removed
  put_big16(out, static_cast<std::uint32_t>(directory_end_));
  return {bytes_.data(), bytes_.size()};
}

void GlassBlock::clear() {
  directory_end_ = kHeaderBytes;
  items_begin_ = kGlassBlockBytes;
}

}  // namespace news
