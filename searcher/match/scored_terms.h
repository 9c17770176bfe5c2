#pragma once

#include <string>
#include <vector>

#include "common/index/index.h"
#include "searcher/match/plan.h"

namespace news {

/// Articles with one of `terms`, scored by boost x idf x the largest impact among them. The idf is
/// Robertson and Spärck Jones' of the terms taken together, never below a least one.
PlanNode scored_terms(const Index& index, std::vector<std::string> terms, double boost);
/// The same for terms whose idf is known.
PlanNode scored_terms(const Index& index, std::vector<std::string> terms, double boost, double idf);

/// The idf that `scored_terms` takes.
double idf_of(const Index& index, const std::vector<std::string>& terms);

/// In how many articles the terms are, together; counted again where they stand together.
std::uint64_t frequency_of(const Index& index, const std::vector<std::string>& terms);

}  // namespace news
