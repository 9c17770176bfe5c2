#pragma once

#include <string>

#include "common/index/segment.h"
#include "searcher/match/plan.h"

namespace news {

/// The parts of an article's score, a line each:
///   3.214  dock (impact 59 of 127 x weight 0.0272)
/// for every scored word of `words` that the article has; the largest impact of its forms counts.
std::string explain_words(const PlanNode& words, const Segment& segment, std::uint32_t article);

/// One such line for another part of the score.
std::string explain_part(double value, const std::string& what);

}  // namespace news
