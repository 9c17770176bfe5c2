#pragma once

#include <cstddef>
#include <string>

namespace news {

/// Bytes in order, already decompressed. One thread.
class ByteStream {
 public:
  virtual ~ByteStream() = default;
  /// Fills `buffer` with up to `size` bytes and returns how many; 0 is the end. Throws
  /// Error{Io} naming the file when it can't be read or its compression is broken; bytes
  /// before the fault have been delivered by then.
  virtual std::size_t read(char* buffer, std::size_t size) = 0;
};

}  // namespace news
