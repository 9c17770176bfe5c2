#pragma once

#include <vector>

#include "searcher/query/query_node.h"

namespace news {

/// What a list of words asks for when any of them is enough: a word of several parts such as
/// "U.S.-led" falls into its parts, a run of ideographs into its overlapping pairs, and a word that
/// is there n times comes once with 3n / (n + 2) times its boost (BM25's saturation of the words of
/// a query, k3 = 2). Other nodes stay as they are, in their order.
std::vector<QueryNode> split_any_words(const std::vector<QueryNode>& nodes);

}  // namespace news
