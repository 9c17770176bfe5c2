#pragma once

#include <cstdint>
#include <functional>

namespace Xapian {
class Query;
}

namespace news {

/// A Xapian query that matches the articles for which `check(article number)` is true, with weight
/// 0. It says of itself that it matches everything, so that in a conjunction Xapian asks it last,
/// about articles that all else matches. What `check` throws comes out of the search.
Xapian::Query make_check_query(std::function<bool(std::uint32_t)> check);

}  // namespace news
