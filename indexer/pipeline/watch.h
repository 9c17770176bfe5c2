#pragma once

#include <filesystem>
#include <functional>
#include <string>

#include "indexer/pipeline/update.h"

namespace news {

/// How a folder is followed.
struct WatchOptions {
  BuildOptions build;  ///< `corpus` is the folder alone
  bool check_ranking = false;
  double settle = 3;     ///< seconds without arrivals before a commit
  double most_wait = 30;  ///< seconds after the first arrival when it is committed anyhow
  std::function<void(const UpdateSummary&)> on_commit;
  /// What went wrong with a commit. After a lock or a full disk it is tried again, but the last
  /// one, whose error is thrown.
  std::function<void(const std::string&)> on_problem;
};

/// Adds what arrives in a folder to the index until SIGTERM or SIGINT, which end it after the
/// commit that is under way. Begins with files that changed since an earlier watch of the folder
/// saw all of it (`Manifest::watched`); the first time, since the index was last written. An index
/// that was put in the place of the one it knew gets all of the folder. Throws Error when the
/// folder can't be watched or goes away, or the index can't be read.
void watch_folder(const std::filesystem::path& index, const WatchOptions& options);

}  // namespace news
