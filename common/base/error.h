#pragma once

#include <stdexcept>
#include <string>

namespace news {

/// What went wrong, by what the user can do about it. Each kind has one exit code.
enum class ErrorKind {
  Usage,   ///< wrong option or argument: exit code 2
  Query,   ///< a query that can't be understood: exit code 2
  Index,   ///< no index, one from the future, or a damaged one: exit code 3
  Io,      ///< reading or writing failed: exit code 4
  Locked,  ///< another writer holds the index: exit code 5
  Bug,     ///< a broken promise inside the program: exit code 70
};

/// A task that can't be done. Thrown where the cause is known, caught once, in `run_main`.
/// The message names the thing and the way out; it has no program name and no final stop.
class Error : public std::runtime_error {
 public:
  Error(ErrorKind kind, const std::string& message) : std::runtime_error(message), kind_(kind) {}
  ErrorKind kind() const { return kind_; }

 private:
  ErrorKind kind_;
};

/// An `Error` of kind Io that adds the meaning of the current `errno` to `what`.
Error errno_error(const std::string& what);

/// The process exit code of an error of this kind.
int exit_code(ErrorKind kind);

/// Standard output was closed by its reader (`newssearch ... | head`). Not a failure: `run_main`
/// ends the program with code 0.
struct BrokenPipe {};

}  // namespace news
