#pragma once

#include <vector>

#include "searcher/query/query_node.h"

namespace news {

/// What a word counts that a query has so many times: BM25's saturation of the words of a query,
/// with k3 = 2.
double repeated_weight(double times);

/// What a list of words asks for when any of them is enough: a word of several parts such as
/// "U.S.-led" falls into its parts, a run of ideographs into its overlapping pairs, and a word that
/// is there several times comes once, with a larger boost. Other nodes stay as they are, in their
/// order.
std::vector<QueryNode> split_any_words(const std::vector<QueryNode>& nodes);

}  // namespace news
