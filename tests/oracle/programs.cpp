#include "tests/oracle/programs.h"

#include <sys/wait.h>

#include <array>
#include <cstdio>
#include <stdexcept>

namespace news::test {
namespace {

std::string quoted(const std::string& text) {
  std::string out = "'";
  for (const char c : text) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return out + "'";
}

}  // namespace

ProgramRun run_program(const std::string& name, const std::vector<std::string>& arguments,
                       const std::string& folder) {
  std::string command = "cd " + quoted(folder) + " && " + quoted(NEWS_BIN_DIR "/" + name);
  for (const std::string& argument : arguments) command += " " + quoted(argument);
  FILE* pipe = ::popen(command.c_str(), "r");
  if (pipe == nullptr) throw std::runtime_error("can't run " + command);
  ProgramRun run;
  std::array<char, 1 << 16> buffer{};
  for (std::size_t n = 0; (n = std::fread(buffer.data(), 1, buffer.size(), pipe)) > 0;) {
    run.output.append(buffer.data(), n);
  }
  const int status = ::pclose(pipe);
  run.exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  return run;
}

}  // namespace news::test
