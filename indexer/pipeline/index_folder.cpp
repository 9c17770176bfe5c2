#include "indexer/pipeline/index_folder.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <set>
#include <string>

#include "common/base/error.h"
#include "common/base/file.h"
#include "common/index/file_names.h"

namespace news {
namespace {

namespace fs = std::filesystem;

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

std::string holder_of(int lock) {
  std::array<char, 32> text{};
  const ssize_t n = ::pread(lock, text.data(), text.size() - 1, 0);
  std::string pid(text.data(), n > 0 ? static_cast<std::size_t>(n) : 0);
  while (!pid.empty() && pid.back() == '\n') pid.pop_back();
  return pid.empty() ? "another process" : "process " + pid;
}

}  // namespace

IndexFolder::IndexFolder(const fs::path& path) : path_(path) {
  std::error_code error;
  if (fs::exists(fs::symlink_status(path_, error))) {
    check_replaceable(path_);
  } else {
    made_here_ = fs::create_directories(path_, error);
    if (error) {
      throw Error(ErrorKind::Io,
                  "can't make the folder '" + path_.string() + "': " + error.message());
    }
  }
  lock();
  try {
    if (fs::exists(manifest_path(path_), error)) manifest_ = read_manifest(path_);
  } catch (const Error&) {
    // A build replaces an index that can't be read any more; adding asks for the manifest.
  }
  sweep();
}

IndexFolder::~IndexFolder() {
  std::error_code ignored;
  if (made_here_ && !manifest_) fs::remove_all(path_, ignored);
  if (lock_ >= 0) ::close(lock_);
}

void IndexFolder::lock() {
  const std::string path = lock_path(path_).string();
  lock_ = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
  if (lock_ < 0) throw errno_error("can't open '" + path + "'");
  if (::flock(lock_, LOCK_EX | LOCK_NB) != 0) {
    const std::string holder = holder_of(lock_);
    ::close(lock_);
    throw Error(ErrorKind::Locked, "the index '" + path_.string() + "' is being written by " +
                                       holder + "; try again when it has finished");
  }
  const std::string pid = std::to_string(::getpid()) + "\n";
  if (::ftruncate(lock_, 0) != 0 ||
      ::pwrite(lock_, pid.data(), pid.size(), 0) != static_cast<ssize_t>(pid.size())) {
    throw errno_error("can't write '" + path + "'");
  }
}

fs::path IndexFolder::make_segment_folder() {
  const std::uint64_t generation = manifest_ ? manifest_->generation : 0;
  std::error_code error;
  fs::create_directories(segments_path(path_), error);
  for (std::uint64_t number = generation + 1; !error; ++number) {
    char name[32];
    std::snprintf(name, sizeof name, "%06llu", static_cast<unsigned long long>(number));
    const fs::path folder = segment_path(path_, name);
    if (fs::create_directory(folder, error)) return folder;
  }
  throw Error(ErrorKind::Io, "can't make a folder in '" + segments_path(path_).string() +
                                 "': " + error.message());
}

void IndexFolder::commit(const Manifest& manifest) {
  sync_directory(segments_path(path_));
  write_manifest(path_, manifest);
  manifest_ = manifest;
  sweep();
}

void IndexFolder::sweep() const {
  std::set<std::string> kept;
  if (manifest_) {
    for (const SegmentInfo& segment : manifest_->segments) kept.insert(segment.id);
  } else if (std::error_code error; fs::exists(manifest_path(path_), error)) {
    return;  // it can't be read: nothing is known to be a leftover
  }
  std::error_code ignored;
  for (const auto& item : fs::directory_iterator(segments_path(path_), ignored)) {
    if (!kept.contains(item.path().filename().string())) fs::remove_all(item.path(), ignored);
  }
}

}  // namespace news
