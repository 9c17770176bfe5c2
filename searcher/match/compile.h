#pragma once

#include <cstddef>

#include "common/index/segment.h"
#include "searcher/match/plan.h"

namespace Xapian {
class Query;
}

namespace news {

/// What has to hold of an article besides the words asked for.
enum class DateFilter {
  InRange,  ///< published in the plan's range, if it has one
  Undated,  ///< not dated at all: what a date filter leaves out for want of a date
};

/// The plan as a Xapian query over one segment, number `segment` of its index. `words` is the
/// plan's `query` or `any`. The query borrows plan and segment.
Xapian::Query compile(const Plan& plan, const PlanNode& words, const Segment& segment,
                      std::size_t number, DateFilter dates);

}  // namespace news
