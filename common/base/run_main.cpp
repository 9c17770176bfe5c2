#include "common/base/run_main.h"

#include <fcntl.h>

#include <csignal>
#include <exception>
#include <new>
#include <string>

#include "common/base/error.h"
#include "common/base/output.h"

namespace news {
namespace {

int report(std::string_view program, const std::string& message, ErrorKind kind) {
  print_notice(std::string(program) + ": error: " + message);
  return exit_code(kind);
}

/// A standard descriptor that came closed would be given to the first file opened, to be read for
/// the input or written on by messages. What holds its place fails as a closed one does.
void hold_standard_descriptors() {
  for (int fd = 0; fd <= 2; ++fd) {
    if (::fcntl(fd, F_GETFD) == -1) ::open("/dev/null", fd == 0 ? O_WRONLY : O_RDONLY);
  }
}

}  // namespace

int run_main(std::string_view program, const std::function<int()>& body) {
  std::signal(SIGPIPE, SIG_IGN);
  hold_standard_descriptors();
  try {
    return body();
  } catch (const BrokenPipe&) {
    return 0;
  } catch (const Error& e) {
    return report(program, e.what(), e.kind());
  } catch (const std::bad_alloc&) {
    return report(program, "out of memory", ErrorKind::Io);
  } catch (const std::exception& e) {
    return report(program, std::string("internal error: ") + e.what(), ErrorKind::Bug);
  } catch (...) {
    return report(program, "internal error of an unknown kind", ErrorKind::Bug);
  }
}

}  // namespace news
