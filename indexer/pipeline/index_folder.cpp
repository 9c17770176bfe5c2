#include "indexer/pipeline/index_folder.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <map>
#include <string>
#include <thread>
#include <utility>

#include "common/base/error.h"
#include "common/base/file.h"
#include "common/index/file_names.h"

namespace news {
namespace {

namespace fs = std::filesystem;

constexpr auto kLockPoll = std::chrono::milliseconds(50);

/// True for what a writer may leave in a folder before its first commit.
bool is_ours(const fs::path& item, const fs::path& folder) {
  fs::path fresh = manifest_path(folder);
  fresh += ".new";
  return item == lock_path(folder) || item == segments_path(folder) || item == fresh;
}

/// Refuses to write into what somebody else made.
void check_replaceable(const fs::path& path) {
  std::error_code error;
  if (!fs::is_directory(path, error)) {
    throw Error(ErrorKind::Usage, "'" + path.string() +
                                      "' is a file, not a news index; it is left as it is. Choose "
                                      "another place with --index");
  }
  if (fs::exists(manifest_path(path), error)) return;
  for (const auto& item : fs::directory_iterator(path)) {
    if (is_ours(item.path(), path)) continue;
    throw Error(ErrorKind::Usage, "the folder '" + path.string() +
                                      "' holds other things than a news index ('" +
                                      item.path().filename().string() +
                                      "'); it is left as it is. Choose another place with --index");
  }
}

/// A process name is at most 15 bytes in Linux.
std::string name_of(const std::string& pid) {
  std::ifstream file("/proc/" + pid + "/comm");
  std::string name;
  std::getline(file, name);
  return name;
}

/// The process that holds a lock, by what it wrote into the file.
std::string holder_of(int lock) {
  std::array<char, 32> text{};
  const ssize_t n = ::pread(lock, text.data(), text.size() - 1, 0);
  std::string pid(text.data(), n > 0 ? static_cast<std::size_t>(n) : 0);
  while (!pid.empty() && pid.back() == '\n') pid.pop_back();
  if (pid.empty() || pid.find_first_not_of("0123456789") != std::string::npos) {
    return "another process";
  }
  const std::string name = name_of(pid);
  return "process " + pid + (name.empty() ? "" : " (" + name + ")");
}

}  // namespace

IndexFolder::IndexFolder(const fs::path& path, Missing missing, double lock_wait) : path_(path) {
  make_folder(missing);
  lock(lock_wait);
  std::error_code error;
  try {
    if (missing == Missing::Refuse || fs::exists(manifest_path(path_), error)) {
      manifest_ = read_manifest(path_);
    }
  } catch (const Error&) {
    // A build replaces an index that can't be read any more.
    if (missing == Missing::Refuse) {
      ::close(lock_);
      throw;
    }
  }
  sweep();
}

void IndexFolder::make_folder(Missing missing) {
  std::error_code error;
  if (missing == Missing::Refuse) {
    if (!fs::exists(manifest_path(path_), error)) read_manifest(path_);  // says what is wrong
    return;
  }
  if (fs::exists(fs::symlink_status(path_, error))) return check_replaceable(path_);
  made_here_ = fs::create_directories(path_, error);
  if (error) {
    throw Error(ErrorKind::Io, "can't make the folder '" + path_.string() + "': " +
                                   error.message());
  }
}

IndexFolder::~IndexFolder() {
  std::error_code ignored;
  if (made_here_ && !manifest_) fs::remove_all(path_, ignored);
  if (lock_ >= 0) ::close(lock_);
}

void IndexFolder::open_lock() {
  if (lock_ >= 0) ::close(lock_);
  const std::string path = lock_path(path_).string();
  lock_ = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
  if (lock_ < 0) throw errno_error("can't open '" + path + "'");
}

void IndexFolder::lock(double wait) {
  open_lock();
  using Clock = std::chrono::steady_clock;
  const auto until = Clock::now() + std::chrono::duration<double>(wait);
  for (;;) {
    if (::flock(lock_, LOCK_EX | LOCK_NB) == 0) {
      if (is_named(lock_, lock_path(path_))) break;
      // Who held it has removed the folder, and others lock another file.
      made_here_ = fs::create_directories(path_);
      open_lock();
      continue;
    }
    if (Clock::now() < until) {
      std::this_thread::sleep_for(kLockPoll);
      continue;
    }
    const std::string holder = holder_of(lock_);
    ::close(std::exchange(lock_, -1));
    throw Error(ErrorKind::Locked, "the index '" + path_.string() + "' is being written by " +
                                       holder +
                                       "; try again when it has finished, or --lock-wait SECONDS");
  }
  const std::string pid = std::to_string(::getpid()) + "\n";
  if (::ftruncate(lock_, 0) != 0 ||
      ::pwrite(lock_, pid.data(), pid.size(), 0) != static_cast<ssize_t>(pid.size())) {
    const Error failure = errno_error("can't write '" + lock_path(path_).string() + "'");
    ::close(std::exchange(lock_, -1));
    throw failure;
  }
}

fs::path IndexFolder::make_segment_folder() {
  if (make_directory(segments_path(path_))) sync_directory(path_);
  for (std::uint64_t number = next_generation();; ++number) {
    char name[32];
    std::snprintf(name, sizeof name, "%06llu", static_cast<unsigned long long>(number));
    const fs::path folder = segment_path(path_, name);
    if (make_directory(folder)) return folder;
  }
}

void IndexFolder::commit(const Manifest& manifest) {
  sync_directory(segments_path(path_));
  write_manifest(path_, manifest);
  if (!manifest_ && made_here_) sync_directory(fs::absolute(path_).parent_path());
  manifest_ = manifest;
  sweep();
}

void IndexFolder::sweep() const {
  std::map<std::string, std::string> kept;  // segments, with their deletions
  if (manifest_) {
    for (const SegmentInfo& segment : manifest_->segments) {
      kept[segment.id] = segment.deletions ? segment.deletions->name : "";
    }
  } else if (std::error_code error; fs::exists(manifest_path(path_), error)) {
    return;  // it can't be read: nothing is known to be a leftover
  }
  std::error_code ignored;
  for (const auto& item : fs::directory_iterator(segments_path(path_), ignored)) {
    const auto segment = kept.find(item.path().filename().string());
    if (segment == kept.end()) {
      fs::remove_all(item.path(), ignored);
      continue;
    }
    for (const auto& file : fs::directory_iterator(item.path(), ignored)) {
      const std::string name = file.path().filename().string();
      if (is_deletions_name(name) && name != segment->second) fs::remove(file.path(), ignored);
    }
  }
}

}  // namespace news
