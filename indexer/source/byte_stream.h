#pragma once

#include <cstddef>
#include <cstdint>
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
  /// After `read` threw: goes on behind the broken stretch, so that `read` can be called again.
  /// False when there is no going on.
  virtual bool resume() { return false; }
  /// Goes to another position, as lseek does, and returns it from the start; -1 when the bytes come
  /// in order only.
  virtual std::int64_t seek(std::int64_t, int) { return -1; }
};

}  // namespace news
