#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "common/index/segment.h"

namespace news {

/// What a term adds to the sum of an article that has it.
std::uint64_t posting_sum(std::string_view term);

/// For each article of a segment, by number less 1, the sum over the terms of its postings, modulo
/// 2^64: compared with the sum over the terms that it should have, a fingerprint of its postings.
/// Reads all postings. Throws Error{Index}.
std::vector<std::uint64_t> posting_sums(const Segment& segment);

}  // namespace news
