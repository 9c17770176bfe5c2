#pragma once

#include <string>
#include <string_view>

#include "indexer/reader/format.h"
#include "indexer/source/byte_stream.h"

namespace news {

/// A window over a stream that grows at its end and is consumed from its front: what splitters
/// search for the end of a record. Borrows the stream. One thread.
class RecordBuffer {
 public:
  explicit RecordBuffer(ByteStream& stream) : stream_(stream) {}

  /// What is there and not yet consumed; good until the next `fill`.
  std::string_view bytes() const { return std::string_view(buffer_).substr(begin_); }
  /// Reads one more chunk; false at the end of the stream.
  bool fill();
  /// Drops `count` bytes from the front.
  void consume(std::size_t count) { begin_ += count; }
  /// More is there than a record may have.
  bool is_too_long() const { return buffer_.size() - begin_ > kMaxRecordBytes; }
  /// Copies `count` bytes from the front into a fresh `record.bytes` and consumes them.
  void move_to(Record& record, std::size_t count);

 private:
  ByteStream& stream_;
  std::string buffer_;
  std::size_t begin_ = 0;
};

}  // namespace news
