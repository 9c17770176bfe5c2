#include "indexer/source/prefixed_stream.h"

#include <algorithm>
#include <cstring>

#include "common/base/error.h"

namespace news {

namespace {

constexpr std::size_t kFirstBytes = 16u << 10;

}  // namespace

std::size_t PrefixedStream::read(char* buffer, std::size_t size) {
  if (position_ == prefix_.size()) return rest_.read(buffer, size);
  const std::size_t n = std::min(size, prefix_.size() - position_);
  std::memcpy(buffer, prefix_.data() + position_, n);
  position_ += n;
  return n;
}

std::string take_prefix(ByteStream& stream, std::size_t size) {
  std::string prefix;
  std::size_t have = 0;
  try {
    while (have < size) {
      prefix.resize(std::min(size, std::max(kFirstBytes, have * 2)));
      const std::size_t n = stream.read(prefix.data() + have, prefix.size() - have);
      if (n == 0) break;
      have += n;
    }
  } catch (const Error&) {
    // What came before the fault is still worth reading.
    if (have == 0) throw;
  }
  prefix.resize(have);
  return prefix;
}

}  // namespace news
