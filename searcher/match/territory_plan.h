#pragma once

#include "common/index/index.h"
#include "searcher/match/plan.h"
#include "searcher/query/query_node.h"

namespace news {

/// What the territories that a query names add to the scores of its matches, whatever name these
/// have for them: one node or an Or of some, Empty when it names none that is in the index. Only
/// words and phrases that articles are to have count, in no field. The names are those of the
/// languages of the index.
PlanNode plan_territories(const Index& index, const QueryNode& query);

}  // namespace news
