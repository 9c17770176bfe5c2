#pragma once

#include <string>

#include "common/index/index.h"
#include "searcher/match/plan.h"

namespace news {

/// The query with each word that looks like a mistake (WordResolver::better_spelling) spelled
/// better, when few articles or only partial matches were found; "" when there is nothing to
/// suggest.
std::string suggest(const Index& index, const SearchRequest& request, const Plan& plan,
                    const Answer& answer);

}  // namespace news
