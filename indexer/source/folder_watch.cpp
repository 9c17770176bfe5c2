#include "indexer/source/folder_watch.h"

#include <poll.h>
#include <sys/inotify.h>
#include <sys/signalfd.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <filesystem>
#include <utility>

#include "common/base/error.h"
#include "common/index/file_names.h"

namespace news {
namespace {

namespace fs = std::filesystem;

constexpr std::uint32_t kEvents = IN_CLOSE_WRITE | IN_MOVED_TO | IN_CREATE | IN_ONLYDIR;

std::string child_of(const std::string& folder, const std::string& name) {
  return folder + (folder.back() == '/' ? "" : "/") + name;
}

sigset_t stop_signals() {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGTERM);
  sigaddset(&signals, SIGINT);
  return signals;
}

double changed_at(const struct stat& status) {
  // A file that is moved in keeps its time of writing; its node changes.
  const auto seconds = [](const timespec& t) {
    return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_nsec) / 1e9;
  };
  return std::max(seconds(status.st_mtim), seconds(status.st_ctim));
}

}  // namespace

FolderWatch::FolderWatch(std::string folder) : folder_(std::move(folder)) {
  std::error_code error;
  if (!fs::is_directory(folder_, error)) {
    throw Error(ErrorKind::Io, "can't watch '" + folder_ + "': not a folder");
  }
  if (is_index_folder(folder_)) {
    throw Error(ErrorKind::Io, "can't watch '" + folder_ + "': an index, no corpus");
  }
  const sigset_t signals = stop_signals();
  ::pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  signals_ = ::signalfd(-1, &signals, SFD_CLOEXEC | SFD_NONBLOCK);
  events_ = ::inotify_init1(IN_CLOEXEC | IN_NONBLOCK);
  if (signals_ < 0 || events_ < 0) throw errno_error("can't watch '" + folder_ + "'");
  watch(folder_);
}

FolderWatch::~FolderWatch() {
  if (events_ >= 0) ::close(events_);
  if (signals_ >= 0) ::close(signals_);
}

/// Watches a folder and those in it. A file that is there before the watch is told by `scan`.
void FolderWatch::watch(const std::string& folder) {
  if (is_index_folder(folder)) return;
  const int descriptor = ::inotify_add_watch(events_, folder.c_str(), kEvents | IN_DONT_FOLLOW);
  const bool is_root = folder == folder_;
  if (descriptor < 0 && is_root) {
    const int root = ::inotify_add_watch(events_, folder.c_str(), kEvents);
    if (root < 0) throw errno_error("can't watch '" + folder + "'");
    folders_[root] = folder;
  } else if (descriptor < 0) {
    if (errno == ENOENT || errno == ENOTDIR) return;  // gone meanwhile
    throw errno_error("can't watch '" + folder + "'");
  } else {
    folders_[descriptor] = folder;
  }
  std::error_code ignored;
  for (const auto& item : fs::directory_iterator(folder, ignored)) {
    const std::string name = item.path().filename().string();
    if (name[0] != '.' && !item.is_symlink(ignored) && item.is_directory(ignored)) {
      watch(child_of(folder, name));
    }
  }
}

void FolderWatch::scan(const std::string& folder, double since) {
  if (is_index_folder(folder)) return;
  std::error_code ignored;
  for (const auto& item : fs::directory_iterator(folder, ignored)) {
    const std::string name = item.path().filename().string();
    if (name[0] == '.') continue;
    const std::string path = child_of(folder, name);
    struct stat status {};
    if (::lstat(path.c_str(), &status) != 0) continue;
    if (S_ISDIR(status.st_mode)) scan(path, since);
    if (S_ISREG(status.st_mode) && changed_at(status) >= since) arrived_.insert(path);
  }
}

void FolderWatch::wait(double seconds) {
  std::array<pollfd, 2> fds = {{{events_, POLLIN, 0}, {signals_, POLLIN, 0}}};
  const int ready = ::poll(fds.data(), fds.size(), static_cast<int>(seconds * 1000));
  if (ready < 0 && errno != EINTR) throw errno_error("can't watch '" + folder_ + "'");
  if (ready <= 0) return;
  if (fds[1].revents != 0) stopped_ = true;
  if (fds[0].revents != 0) read_events();
}

void FolderWatch::read_events() {
  alignas(inotify_event) std::array<char, 1 << 16> buffer;
  for (;;) {
    const ssize_t size = ::read(events_, buffer.data(), buffer.size());
    if (size < 0 && errno == EINTR) continue;
    if (size <= 0) return;
    for (ssize_t at = 0; at < size;) {
      inotify_event event;
      std::memcpy(&event, buffer.data() + at, sizeof event);
      const char* name = buffer.data() + at + sizeof event;
      at += static_cast<ssize_t>(sizeof event + event.len);
      if ((event.mask & IN_Q_OVERFLOW) != 0) {
        // Events were lost: everything may have arrived.
        watch(folder_);
        scan(folder_, 0);
        continue;
      }
      if ((event.mask & IN_IGNORED) != 0) folders_.erase(event.wd);
      const auto folder = folders_.find(event.wd);
      if (folder == folders_.end() || event.len == 0 || name[0] == '.') continue;
      const std::string path = child_of(folder->second, name);
      if ((event.mask & IN_ISDIR) != 0) {
        watch(path);
        scan(path, 0);
      } else if ((event.mask & (IN_CLOSE_WRITE | IN_MOVED_TO)) != 0) {
        arrived_.insert(path);
      }
    }
  }
}

std::set<std::string> FolderWatch::take() { return std::exchange(arrived_, {}); }

}  // namespace news
