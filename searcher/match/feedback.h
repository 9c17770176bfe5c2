#pragma once

#include <vector>

#include "common/index/index.h"
#include "searcher/match/matcher.h"
#include "searcher/match/plan.h"

namespace news {

/// How many of the best matches feed back.
inline constexpr std::uint64_t kFeedbackArticles = 10;

/// `words` with the terms that tell most about its best matches: they add to the scores and make
/// nothing match. Feedback after RM3 (Abdul-Jaleel et al., "UMass at TREC 2004: Novelty and HARD"),
/// articles weighed by their scores. `best` are matches of `words`, best first.
PlanNode expand_by_feedback(const Index& index, const PlanNode& words,
                            const std::vector<Match>& best);

}  // namespace news
