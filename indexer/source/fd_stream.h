#pragma once

#include <string>
#include <utility>

#include "indexer/source/byte_stream.h"

namespace news {

/// Bytes of an open descriptor. `name` is for messages. One thread.
class FdStream : public ByteStream {
 public:
  enum class Close { No, Yes };  ///< Yes: the stream owns the descriptor

  FdStream(int fd, Close close, std::string name)
      : fd_(fd), close_(close), name_(std::move(name)) {}
  FdStream(const FdStream&) = delete;
  FdStream& operator=(const FdStream&) = delete;
  ~FdStream() override;
  std::size_t read(char* buffer, std::size_t size) override;
  std::int64_t seek(std::int64_t offset, int whence) override;

 private:
  int fd_;
  Close close_;
  std::string name_;
};

}  // namespace news
