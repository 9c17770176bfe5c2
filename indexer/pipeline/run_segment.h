#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "common/index/manifest.h"
#include "indexer/segment/article_run.h"

namespace news {

/// A segment that was written, and what its index has to know of it.
struct WrittenSegment {
  SegmentInfo info;
  RankingSettings ranking;             ///< with the pivot length, measured if there was none
  std::vector<std::string> languages;  ///< of its articles, sorted
  std::uint64_t replaced = 0;          ///< articles left out because a newer one has the same id
};

/// Writes articles as the segment in `folder`, which exists and also takes temporary files.
/// The runs are finished. `info.articles` is 0, and nothing is written, when
/// the runs are empty. `memory_bytes` bounds the whole build. Throws Error{Io}.
WrittenSegment write_segment(const std::filesystem::path& folder,
                             const std::vector<std::unique_ptr<ArticleRun>>& runs,
                             const RankingSettings& ranking, unsigned jobs,
                             std::uint64_t memory_bytes);

/// The share of the memory bound of a build that each of `jobs` runs may take.
std::size_t run_memory(std::uint64_t memory_bytes, unsigned jobs);

}  // namespace news
