#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "searcher/cli/options.h"
#include "searcher/match/search.h"

namespace news {

/// All of a request but its query. Throws Error{Usage} for a date, duration, zone or facet that
/// isn't one.
SearchRequest make_request(const Options& options);

/// Puts the query into a request; blank is none. Throws Error{Query}.
void set_query(SearchRequest& request, std::string_view text, const Options& options);

/// The filters as given, for the answer: {"country", {"GB", "-FR"}}.
std::vector<std::pair<std::string, std::vector<std::string>>> given_filters(
    const FilterOptions& options);

/// The clock of a zone now: UTC, an offset or a name of the tz database. Throws Error{Usage}.
Clock make_clock(const std::string& zone);

}  // namespace news
