#include "common/index/offset_table.h"

#include <limits>
#include <string>

#include "common/base/error.h"
#include "common/index/little_endian.h"

namespace news {
namespace {

constexpr std::uint64_t kGroup = 64;
constexpr std::uint64_t kGroupBytes = 8 + kGroup * 4;

}  // namespace

void OffsetTableWriter::write(FramedWriter& out, std::uint64_t end) const {
  std::string bytes;
  std::uint64_t base = 0;
  for (std::uint64_t i = 0; i <= offsets_.size(); ++i) {
    const std::uint64_t offset = i < offsets_.size() ? offsets_[i] : end;
    if (i % kGroup == 0) put_u64(bytes, base = offset);
    if (offset - base > std::numeric_limits<std::uint32_t>::max()) {
      throw Error(ErrorKind::Bug, "64 items of an index file span more than 4 GiB");
    }
    put_u32(bytes, static_cast<std::uint32_t>(offset - base));
  }
  out.write(bytes);
}

OffsetTable::OffsetTable(const FramedFile& file, std::uint64_t offset, std::uint64_t count)
    : file_(&file), offset_(offset), count_(count) {
  if (count > file.end() || offset > file.end()) file.damaged("its table is too long");
}

std::uint64_t OffsetTable::group_of(std::uint64_t i) const {
  return offset_ + i / kGroup * kGroupBytes;
}

std::string_view OffsetTable::item(std::uint64_t i) const {
  if (i >= count_) file_->damaged("it has no item " + std::to_string(i));
  const std::uint64_t place = i % kGroup;
  const bool ends_in_group = place + 1 < kGroup;
  // An item ends where the next one begins; the base of the next group follows the last of a group.
  const char* const group =
      file_->span(group_of(i), 8 + (place + (ends_in_group ? 2 : 1)) * 4).data();
  const std::uint64_t base = get_u64(group);
  const char* const offset = group + 8 + place * 4;
  const std::uint64_t begin = base + get_u32(offset);
  const std::uint64_t end = ends_in_group
                                ? base + get_u32(offset + 4)
                                : file_->u64(group_of(i) + kGroupBytes);
  if (end < begin) file_->damaged("its table runs backwards");
  return file_->span(begin, end - begin);
}

void OffsetTable::prefetch(std::uint64_t i) const {
  if (i >= count_) return;
  const std::uint64_t group = group_of(i);
  file_->prefetch(group);
  file_->prefetch(group + 8 + i % kGroup * 4);
}

}  // namespace news
