#include "common/base/run_main.h"

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

}  // namespace

int run_main(std::string_view program, const std::function<int()>& body) {
  std::signal(SIGPIPE, SIG_IGN);
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
