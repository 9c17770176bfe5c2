#include "common/base/output.h"

#include <unistd.h>

#include <cerrno>
#include <cstdio>

#include "common/base/error.h"
#include "common/base/terminal_text.h"

namespace news {
namespace {
constexpr std::size_t kBufferBytes = 1 << 16;
}

void Output::write(std::string_view text) {
  buffer_.append(text);
  if (buffer_.size() >= kBufferBytes) flush();
}

void Output::flush() {
  std::string_view rest = buffer_;
  while (!rest.empty()) {
    const ssize_t n = ::write(fd_, rest.data(), rest.size());
    if (n < 0 && errno == EINTR) continue;
    if (n < 0 && errno == EPIPE) throw BrokenPipe{};
    if (n < 0) throw errno_error("can't write the output");
    rest.remove_prefix(static_cast<std::size_t>(n));
  }
  buffer_.clear();
}

bool Output::is_terminal() const { return ::isatty(fd_) == 1; }

void print_notice(std::string_view message) {
  std::fputs((terminal_safe_lines(message) + "\n").c_str(), stderr);
}

}  // namespace news
