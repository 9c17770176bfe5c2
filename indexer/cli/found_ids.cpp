#include "indexer/cli/found_ids.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "common/base/error.h"

namespace news {
namespace {

constexpr const char* kMostHits = "10000000";  // the largest that newssearch takes

std::string read_all(int fd, const char* what) {
  std::string bytes;
  std::array<char, 1 << 16> buffer;
  for (;;) {
    const ssize_t n = ::read(fd, buffer.data(), buffer.size());
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) throw errno_error(std::string("can't read ") + what);
    if (n == 0) return bytes;
    bytes.append(buffer.data(), static_cast<std::size_t>(n));
  }
}

std::filesystem::path search_program() {
  std::error_code error;
  const auto own = std::filesystem::read_symlink("/proc/self/exe", error);
  if (!error && std::filesystem::exists(own.parent_path() / "newssearch", error)) {
    return own.parent_path() / "newssearch";
  }
  return "newssearch";
}

ErrorKind kind_of_exit(int code) {
  for (const ErrorKind kind : {ErrorKind::Query, ErrorKind::Index, ErrorKind::Io}) {
    if (code == exit_code(kind)) return kind;
  }
  return ErrorKind::Bug;
}

/// Runs a program and returns what it prints; its messages go where ours do.
std::string output_of(const std::vector<std::string>& command) {
  std::array<int, 2> pipe{};
  if (::pipe2(pipe.data(), O_CLOEXEC) != 0) throw errno_error("can't make a pipe");
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, pipe[1], STDOUT_FILENO);
  std::vector<char*> arguments;
  for (const std::string& word : command) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  pid_t pid = 0;
  errno = ::posix_spawnp(&pid, arguments[0], &actions, nullptr, arguments.data(), environ);
  const bool started = errno == 0;
  const Error failure = errno_error("can't run '" + command[0] +
                                    "', which reads the query; pipe ids into 'newsindex remove -'");
  posix_spawn_file_actions_destroy(&actions);
  ::close(pipe[1]);
  if (!started) {
    ::close(pipe[0]);
    throw failure;
  }
  const std::string output = read_all(pipe[0], "from newssearch");
  ::close(pipe[0]);
  int status = 0;
  while (::waitpid(pid, &status, 0) < 0 && errno == EINTR) {
  }
  const int code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  if (code != 0) throw Error(kind_of_exit(code), "nothing is removed: the search failed");
  return output;
}

}  // namespace

std::vector<std::string> find_ids(const std::string& index, const std::string& query) {
  const std::string output =
      output_of({search_program().string(), "-i", index, "--json", "--fields", "id", "--snippets",
                 "0", "--sort", "newest", "-n", kMostHits, "--", query});
  std::vector<std::string> ids;
  try {
    const auto answer = nlohmann::json::parse(output);
    // Partial matches are for readers to look at.
    if (answer.at("query").at("relaxed")) return ids;
    for (const auto& hit : answer.at("hits")) ids.push_back(hit.at("id"));
    if (answer.at("total").at("value") > ids.size()) {
      throw Error(ErrorKind::Usage, "the query finds more than " + std::string(kMostHits) +
                                        " articles; narrow it, and repeat it until none is left");
    }
  } catch (const nlohmann::json::exception& e) {
    throw Error(ErrorKind::Bug, std::string("newssearch answered something else: ") + e.what());
  }
  return ids;
}

std::string read_standard_input() { return read_all(STDIN_FILENO, "standard input"); }

}  // namespace news
