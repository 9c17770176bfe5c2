#pragma once

#include <cstdint>
#include <filesystem>

#include "common/index/manifest.h"
#include "indexer/segment/segment_plan.h"

namespace news {

/// Encodes the articles of a plan on `jobs` threads and writes them as the segment in `folder`,
/// where the plan has put its words. `memory_bytes` bounds the postings in memory; `scratch` takes
/// what is beyond. Throws Error{Io}.
SegmentInfo build_segment(const std::filesystem::path& folder, const SegmentPlan& plan,
                          unsigned jobs, std::uint64_t memory_bytes,
                          const std::filesystem::path& scratch);

}  // namespace news
