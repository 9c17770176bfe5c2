#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "indexer/pipeline/index_folder.h"

namespace news {

/// Segments are merged when there are this many.
inline constexpr std::size_t kMaxSegments = 10;

/// What merging may use.
struct MergeOptions {
  unsigned jobs = 1;
  std::uint64_t memory_bytes = 1u << 30;
};

/// Which segments should become one now, by their place in the manifest; none when all is well.
/// One whose articles are to a third removed is written anew. When there are kMaxSegments, the
/// smallest ones are merged, and with them each next larger one that is not more than twice as
/// large as those below it together: a segment grows by a factor each time it is written, so an
/// article is written again a number of times that grows as the logarithm of the index.
std::vector<std::size_t> choose_merge(const std::vector<SegmentInfo>& segments);

/// Makes one segment of those, without their removed articles, and commits. What it writes is what
/// a build of these articles with the index's settings writes. Throws Error{Io} or Error{Index};
/// nothing is changed then.
void merge_segments(IndexFolder& folder, const std::vector<std::size_t>& places,
                    const MergeOptions& options);

/// Merges until `choose_merge` has no more to say. Returns the number of merges.
unsigned merge_as_needed(IndexFolder& folder, const MergeOptions& options);

}  // namespace news
