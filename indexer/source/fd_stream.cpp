#include "indexer/source/fd_stream.h"

#include <unistd.h>

#include <cerrno>

#include "common/base/error.h"

namespace news {

FdStream::~FdStream() {
  if (close_ == Close::Yes) ::close(fd_);
}

std::size_t FdStream::read(char* buffer, std::size_t size) {
  for (;;) {
    const ssize_t n = ::read(fd_, buffer, size);
    if (n >= 0) return static_cast<std::size_t>(n);
    if (errno != EINTR) throw errno_error("can't read '" + name_ + "'");
  }
}

std::int64_t FdStream::seek(std::int64_t offset, int whence) {
  return ::lseek(fd_, offset, whence);
}

}  // namespace news
