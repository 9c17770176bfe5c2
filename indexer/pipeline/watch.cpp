#include "indexer/pipeline/watch.h"

#include <sys/stat.h>

#include <algorithm>
#include <chrono>
#include <optional>
#include <set>

#include "common/base/error.h"
#include "common/base/hash.h"
#include "common/index/file_names.h"
#include "common/index/manifest.h"
#include "indexer/source/folder_watch.h"

namespace news {
namespace {

using SteadyClock = std::chrono::steady_clock;

constexpr double kIdle = 1;   // seconds of a wait; what is known of the folder is as old
constexpr double kRetry = 5;  // seconds before a commit that failed is tried again

/// When the index was last written, in Unix seconds; 0 when there is none.
std::int64_t last_written(const std::filesystem::path& index) {
  struct stat status {};
  if (::stat(manifest_path(index).c_str(), &status) != 0) return 0;
  return status.st_mtim.tv_sec;
}

/// The name of a watched folder in the manifest, which holds no paths.
std::string watched_name(const std::string& folder) {
  std::error_code ignored;
  const std::filesystem::path path = std::filesystem::canonical(folder, ignored);
  return checksum_hex(hash64(ignored ? folder : path.string()));
}

double seconds_since(SteadyClock::time_point start) {
  return std::chrono::duration<double>(SteadyClock::now() - start).count();
}

class Watcher {
 public:
  Watcher(const std::filesystem::path& index, const WatchOptions& options)
      : index_(index),
        options_(options),
        name_(watched_name(options.build.corpus.front())),
        folder_(options.build.corpus.front()) {}

  void run() {
    known_ = recorded();
    folder_.add_changed_since(known_.value_or(last_written(index_)));
    take_arrivals();
    while (!folder_.stopped() && !folder_.gone()) {
      const double due = time_left();
      if (due <= 0) {
        commit();
        continue;
      }
      folder_.wait(std::min(due, kIdle));
      take_arrivals();
    }
    if (folder_.gone()) {
      throw Error(ErrorKind::Io, "can't watch '" + options_.build.corpus.front() +
                                     "' any longer: it was removed or renamed");
    }
    if (!pending_.empty()) commit();
  }

 private:
  void take_arrivals() {
    if (!folder_.has_arrivals()) return;
    last_ = SteadyClock::now();
    if (pending_.empty()) first_ = last_;
    pending_.merge(folder_.take());
  }

  /// Up to when the index has all of the folder, as it says itself.
  std::optional<std::int64_t> recorded() const {
    std::error_code ignored;
    if (!std::filesystem::exists(manifest_path(index_), ignored)) return std::nullopt;
    const Manifest manifest = read_manifest(index_);
    const auto found = manifest.watched.find(name_);
    return found == manifest.watched.end() ? std::nullopt : std::optional(found->second);
  }

  double time_left() const {
    if (pending_.empty()) return kIdle;
    return std::max(hold_ - seconds_since(last_try_),
                    std::min(options_.settle - seconds_since(last_),
                             options_.most_wait - seconds_since(first_)));
  }

  void commit() {
    if (known_ && recorded().value_or(0) < *known_) {
      folder_.add_changed_since(0);
      pending_.merge(folder_.take());
    }
    std::set<std::string> files;
    files.swap(pending_);
    hold_ = 0;
    BuildOptions build = options_.build;
    build.reading.wanted = [&files](const std::string& path) { return files.contains(path); };
    build.watched[name_] = folder_.seen_until();
    try {
      const UpdateSummary summary = add_to_index(index_, build, options_.check_ranking);
      if (!summary.committed) {
        return options_.on_problem(std::to_string(summary.rejected) +
                                   " rejected under --strict; nothing of what arrived is added");
      }
      known_ = build.watched[name_];
      options_.on_commit(summary);
    } catch (const Error& e) {
      if (e.kind() != ErrorKind::Io && e.kind() != ErrorKind::Locked) throw;
      // Nothing to add is no reason to try again; a lock and a full disk are.
      const bool again =
          e.kind() == ErrorKind::Locked || std::string(e.what()).starts_with("can't");
      if (again && folder_.stopped()) throw;
      options_.on_problem(e.what());
      if (!again) return;
      pending_.merge(files);
      hold_ = kRetry;
      last_try_ = SteadyClock::now();
    }
  }

  std::filesystem::path index_;
  const WatchOptions& options_;
  std::string name_;  ///< of the folder, in `Manifest::watched`
  FolderWatch folder_;
  std::optional<std::int64_t> known_;  ///< what `Manifest::watched` says of it
  std::set<std::string> pending_;
  SteadyClock::time_point first_;
  SteadyClock::time_point last_;
  SteadyClock::time_point last_try_;
  double hold_ = 0;
};

}  // namespace

void watch_folder(const std::filesystem::path& index, const WatchOptions& options) {
  Watcher(index, options).run();
}

}  // namespace news
