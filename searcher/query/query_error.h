#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "common/base/error.h"
#include "searcher/query/query_node.h"

namespace news {

/// An Error{Query} with a line of the query below `message` and a caret under the place: bytes
/// [begin, end) of `query`. Of a long query only the part around the place is shown.
Error query_error(std::string_view query, std::size_t begin, std::size_t end,
                  const std::string& message);

/// The same error, with the place in the query when it is one of the query and has none yet; "" for
/// a query that isn't known.
Error at_place(const Error& error, std::string_view query, std::size_t begin, std::size_t end);

/// What `work` returns; its errors get the place of `node`, whose offsets are of `query`.
template <typename Work>
auto with_place(std::string_view query, const QueryNode& node, Work work) {
  try {
    return work();
  } catch (const Error& error) {
    throw at_place(error, query, node.begin, node.end);
  }
}

}  // namespace news
