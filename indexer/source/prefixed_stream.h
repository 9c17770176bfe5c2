#pragma once

#include <string>
#include <utility>

#include "indexer/source/byte_stream.h"

namespace news {

/// Bytes already taken off a stream, then the rest of it: for looking at the beginning before
/// deciding how to read. Borrows the stream. One thread.
class PrefixedStream : public ByteStream {
 public:
  PrefixedStream(std::string prefix, ByteStream& rest) : prefix_(std::move(prefix)), rest_(rest) {}
  std::size_t read(char* buffer, std::size_t size) override;
  bool resume() override { return rest_.resume(); }

 private:
  std::string prefix_;
  std::size_t position_ = 0;
  ByteStream& rest_;
};

/// Takes up to `size` bytes off the front of `stream`; fewer at its end, or where it breaks: the
/// fault is then thrown again by the next read. A stream that breaks before its first byte throws.
std::string take_prefix(ByteStream& stream, std::size_t size);

}  // namespace news
