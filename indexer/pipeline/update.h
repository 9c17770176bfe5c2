#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "indexer/pipeline/build_options.h"

namespace news {

/// What an update did.
struct UpdateSummary {
  bool committed = false;      ///< false when there was nothing to do, or under `strict`
  std::uint64_t added = 0;     ///< articles read, each id once
  std::uint64_t replaced = 0;  ///< articles of the index that gave way to one with the same id
  std::uint64_t removed = 0;
  std::vector<std::string> unknown;  ///< ids to remove that the index doesn't have
  std::uint64_t rejected = 0;
  std::map<std::string, std::uint64_t> rejections;  ///< by kind of reason
  std::uint64_t text_bytes = 0;                     ///< read from the corpus
  std::uint64_t commits = 0;
  std::uint64_t merges = 0;
  // The index after it:
  std::uint64_t articles = 0;
  std::uint64_t segments = 0;
  std::uint64_t generation = 0;
  double seconds = 0;
};

/// Adds a corpus to the index; articles whose id is known replace the old ones. Words are weighed
/// as the index does; boosts in `options.ranking` must be those of the index if `check_ranking`.
/// Makes an index when there is none. Commits at the end, and after each `options.commit_every`
/// records; then merges segments where there are too many, each merge a commit of its own. Throws
/// Error; the last commit stands then.
UpdateSummary add_to_index(const std::filesystem::path& index, const BuildOptions& options,
                           bool check_ranking);

/// Removes articles by id, in one commit. Ids that the index doesn't have are counted.
UpdateSummary remove_from_index(const std::filesystem::path& index,
                                const std::vector<std::string>& ids, const BuildOptions& options);

/// The same for the ids that `find` names once the index is locked, so that nothing is added in
/// between.
UpdateSummary remove_found(const std::filesystem::path& index,
                           const std::function<std::vector<std::string>()>& find,
                           const BuildOptions& options);

/// Merges all segments into one without removed articles: the files are then those of a fresh
/// build of its articles with the index's settings.
UpdateSummary compact_index(const std::filesystem::path& index, const BuildOptions& options);

}  // namespace news
