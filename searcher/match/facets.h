#pragma once

#include <vector>

#include "common/index/index.h"
#include "searcher/match/answer.h"
#include "searcher/match/matcher.h"

namespace news {

/// Counts the values of a field over the matches. Throws Error{Query} for a field without values.
Facet count_facet(const Index& index, const std::vector<Match>& matches, Field field);

/// Matches a period of time, from the first to the last that has one, every period between
/// included; with the number of all articles in each. An article whose date is coarser than the
/// unit is in no period.
std::vector<TimelineBucket> make_timeline(const Index& index, const std::vector<Match>& matches,
                                          TimelineUnit unit, const Clock& clock);

}  // namespace news
