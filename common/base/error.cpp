#include "common/base/error.h"

#include <cerrno>
#include <cstring>

namespace news {

Error errno_error(const std::string& what) {
  const int code = errno;
  return Error(ErrorKind::Io, what + ": " + std::strerror(code));
}

int exit_code(ErrorKind kind) {
  switch (kind) {
    case ErrorKind::Usage:
    case ErrorKind::Query:
      return 2;
    case ErrorKind::Index:
      return 3;
    case ErrorKind::Io:
      return 4;
    case ErrorKind::Locked:
      return 5;
    case ErrorKind::Bug:
      break;
  }
  return 70;
}

}  // namespace news
