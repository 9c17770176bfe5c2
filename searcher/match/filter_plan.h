#pragma once

#include <vector>

#include "searcher/match/plan.h"

namespace news {

/// The condition of a leaf whose field is compared whole: country, place, source and their like.
/// Throws Error{Query} for a country that there is not.
PlanNode plan_attribute(const Index& index, const QueryNode& node);

/// What `--country`, `--source` and the other filters ask for; Empty when there are none.
PlanNode plan_filters(const std::vector<Filter>& filters);

}  // namespace news
