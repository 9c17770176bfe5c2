#include "indexer/source/folder_watch.h"

#include <poll.h>
#include <sys/inotify.h>
#include <sys/signalfd.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <cmath>
#include <csignal>
#include <cstring>
#include <filesystem>
#include <utility>

#include "common/base/error.h"
#include "common/index/file_names.h"

namespace news {
namespace {

namespace fs = std::filesystem;

constexpr std::uint32_t kEvents =
    IN_CLOSE_WRITE | IN_MOVED_TO | IN_CREATE | IN_MODIFY | IN_ONLYDIR;
constexpr std::uint32_t kRootEvents = IN_DELETE_SELF | IN_MOVE_SELF;
constexpr std::uint32_t kGone = kRootEvents | IN_UNMOUNT | IN_IGNORED;
// Times of files are those of the kernel's last tick.
constexpr double kClockGrain = 1;

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

double seconds_of(const timespec& t) {
  return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_nsec) / 1e9;
}

/// A file that is moved in keeps its time of writing; its node changes.
double changed_at(const struct stat& status) {
  return std::max(seconds_of(status.st_mtim), seconds_of(status.st_ctim));
}

/// True for a folder that was moved since: its node changed, and no name in it. What is in it is as
/// old as it was.
bool was_moved_since(const struct stat& folder, double since) {
  const double node = seconds_of(folder.st_ctim);
  return node >= since && node > seconds_of(folder.st_mtim);
}

double unix_now() {
  return std::chrono::duration<double>(std::chrono::system_clock::now().time_since_epoch()).count();
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
  drained_ = unix_now();
  watch(folder_);
}

FolderWatch::~FolderWatch() {
  if (events_ >= 0) ::close(events_);
  if (signals_ >= 0) ::close(signals_);
}

/// Watches a folder and those in it. A file that is there before the watch is told by `scan`.
void FolderWatch::watch(const std::string& folder) {
  if (is_index_folder(folder)) return;
  const bool is_root = folder == folder_;
  const int descriptor = ::inotify_add_watch(
      events_, folder.c_str(), kEvents | (is_root ? kRootEvents : std::uint32_t{IN_DONT_FOLLOW}));
  if (descriptor < 0) {
    const bool is_missing = errno == ENOENT || errno == ENOTDIR;
    if (is_missing && is_root) gone_ = true;
    if (is_missing) return;  // gone meanwhile
    throw errno_error("can't watch '" + folder + "'");
  }
  folders_[descriptor] = folder;
  if (is_root) root_ = descriptor;
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
    if (S_ISDIR(status.st_mode)) scan(path, was_moved_since(status, since) ? 0 : since);
    if (S_ISREG(status.st_mode) && changed_at(status) >= since) arrived_.insert(path);
  }
}

void FolderWatch::wait(double seconds) {
  const double before = unix_now();
  std::array<pollfd, 2> fds = {{{events_, POLLIN, 0}, {signals_, POLLIN, 0}}};
  const int ready = ::poll(fds.data(), fds.size(), static_cast<int>(seconds * 1000));
  if (ready < 0 && errno != EINTR) throw errno_error("can't watch '" + folder_ + "'");
  if (ready < 0) return;
  if (fds[1].revents != 0) stopped_ = true;
  if (fds[0].revents != 0) {
    read_events();
  } else {
    drained_ = before;
  }
}

void FolderWatch::read_events() {
  drain();
  if (made_.empty()) return;
  // A file that is made and written tells of the writing after it has grown.
  drain();
  take_linked();
}

/// Reads the events that there are.
void FolderWatch::drain() {
  alignas(inotify_event) std::array<char, 1 << 16> buffer;
  for (;;) {
    const double before = unix_now();
    const ssize_t size = ::read(events_, buffer.data(), buffer.size());
    if (size < 0 && errno == EINTR) continue;
    if (size <= 0) {
      drained_ = before;
      return;
    }
    for (ssize_t at = 0; at < size;) {
      inotify_event event;
      std::memcpy(&event, buffer.data() + at, sizeof event);
      const char* name = buffer.data() + at + sizeof event;
      at += static_cast<ssize_t>(sizeof event + event.len);
      if ((event.mask & IN_Q_OVERFLOW) != 0) {
        // Events were lost: whatever has changed since may have arrived.
        watch(folder_);
        scan(folder_, static_cast<double>(seen_until()));
        open_.clear();
        continue;
      }
      if (event.wd == root_ && (event.mask & kGone) != 0) gone_ = true;
      if ((event.mask & IN_IGNORED) != 0) folders_.erase(event.wd);
      const auto folder = folders_.find(event.wd);
      if (folder == folders_.end() || event.len == 0 || name[0] == '.') continue;
      take_event(event.mask, child_of(folder->second, name));
    }
  }
}

void FolderWatch::take_event(std::uint32_t mask, const std::string& path) {
  if ((mask & IN_ISDIR) != 0) {
    watch(path);
    scan(path, 0);
    return;
  }
  made_.erase(path);
  if ((mask & (IN_CLOSE_WRITE | IN_MOVED_TO)) != 0) {
    open_.erase(path);
    arrived_.insert(path);
  } else if ((mask & IN_CREATE) != 0) {
    made_.insert(path);
  } else {
    open_.emplace(path, drained_);
  }
}

/// A file that has content when its name appears was linked in, whole as a file that is moved.
void FolderWatch::take_linked() {
  for (const std::string& path : made_) {
    struct stat status {};
    if (::lstat(path.c_str(), &status) != 0 || !S_ISREG(status.st_mode)) continue;
    if (status.st_size > 0) arrived_.insert(path);
  }
  made_.clear();
}

std::int64_t FolderWatch::seen_until() {
  double until = drained_;
  for (auto file = open_.begin(); file != open_.end();) {
    struct stat status {};
    if (::lstat(file->first.c_str(), &status) != 0) {
      file = open_.erase(file);  // renamed or removed; its new name was told
      continue;
    }
    until = std::min(until, (file++)->second);
  }
  return static_cast<std::int64_t>(std::floor(until - kClockGrain));
}

std::set<std::string> FolderWatch::take() { return std::exchange(arrived_, {}); }

}  // namespace news
