#pragma once

#include <cstdint>
#include <vector>

#include "searcher/match/matcher.h"

namespace news {

/// Puts the oldest first, undated ones last.
void sort_oldest_first(std::vector<Match>& matches, const Matcher& matcher);

/// Lets scores decay with age: one counts half for every `half_life` seconds before `now`; later
/// ones count whole, undated ones as the oldest does. Then sorts by score.
void sort_by_recency(std::vector<Match>& matches, const Matcher& matcher, std::int64_t half_life,
                     UnixSeconds now);

}  // namespace news
