#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "searcher/match/compile.h"
#include "searcher/match/plan.h"
#include "searcher/match/span_tree.h"

namespace news {

/// A query that is one level deep, as nearly all are: words that are all needed, or any of some
/// words, with filters and conditions. It can be answered by walking the posting lists side by
/// side. Borrows the plan.
struct FlatQuery {
  /// Articles with one of the terms; they score weight x the largest impact.
  struct Group {
    const std::vector<std::string>* terms = nullptr;
    double weight = 0;  ///< 0: a filter
  };
  std::vector<Group> all;   ///< every one of these
  std::vector<Group> any;   ///< and at least one of these, unless there are none
  std::vector<Group> none;  ///< and none of these
  std::vector<Group> more;  ///< articles with these score more
  std::vector<DateRange> dates;
  std::vector<NumberRange> lengths;
  std::vector<std::shared_ptr<const SpanTree>> spans;
  bool undated = false;  ///< not dated at all
};

/// What `compile` makes a Xapian query of, as a flat one; nothing when it is deeper than that.
std::optional<FlatQuery> flatten(const Plan& plan, const PlanNode& words, DateFilter dates);

}  // namespace news
