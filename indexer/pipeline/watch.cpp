#include "indexer/pipeline/watch.h"

#include <sys/stat.h>

#include <algorithm>
#include <chrono>
#include <set>

#include "common/base/error.h"
#include "common/index/file_names.h"
#include "indexer/source/folder_watch.h"

namespace news {
namespace {

using SteadyClock = std::chrono::steady_clock;

constexpr double kIdle = 3600;  // a wait without anything to do; any number of seconds will do
constexpr double kRetry = 5;    // seconds before a commit that failed is tried again

/// When the index was last written; 0 when there is none.
double last_written(const std::filesystem::path& index) {
  struct stat status {};
  if (::stat(manifest_path(index).c_str(), &status) != 0) return 0;
  return static_cast<double>(status.st_mtim.tv_sec);
}

double seconds_since(SteadyClock::time_point start) {
  return std::chrono::duration<double>(SteadyClock::now() - start).count();
}

class Watcher {
 public:
  Watcher(const std::filesystem::path& index, const WatchOptions& options)
      : index_(index), options_(options), folder_(options.build.corpus.front()) {}

  void run() {
    folder_.add_changed_since(last_written(index_));
    take_arrivals();
    while (!folder_.stopped()) {
      const double due = time_left();
      if (due <= 0) {
        commit();
        continue;
      }
      folder_.wait(due);
      take_arrivals();
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

  double time_left() const {
    if (pending_.empty()) return kIdle;
    return std::max(hold_ - seconds_since(last_try_),
                    std::min(options_.settle - seconds_since(last_),
                             options_.most_wait - seconds_since(first_)));
  }

  void commit() {
    std::set<std::string> files;
    files.swap(pending_);
    hold_ = 0;
    BuildOptions build = options_.build;
    build.reading.wanted = [&files](const std::string& path) { return files.contains(path); };
    try {
      options_.on_commit(add_to_index(index_, build, options_.check_ranking));
    } catch (const Error& e) {
      if (e.kind() != ErrorKind::Io && e.kind() != ErrorKind::Locked) throw;
      options_.on_problem(e.what());
      // Nothing to add is no reason to try again; a lock and a full disk are.
      if (e.kind() == ErrorKind::Locked || std::string(e.what()).starts_with("can't")) {
        pending_.merge(files);
        hold_ = kRetry;
        last_try_ = SteadyClock::now();
      }
    }
  }

  std::filesystem::path index_;
  const WatchOptions& options_;
  FolderWatch folder_;
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
