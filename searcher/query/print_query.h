#pragma once

#include <string>

#include "searcher/query/query_node.h"

namespace news {

/// The query language's canonical form of a tree: what was understood. For a tree that
/// `parse_query` made, parsing the form again gives the same tree.
std::string print_query(const QueryNode& node);

}  // namespace news
