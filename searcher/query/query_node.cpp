#include "searcher/query/query_node.h"

#include <algorithm>

namespace news {

Field span_field(const QueryNode& node) {
  return node.children.empty() ? node.field : span_field(node.children.front());
}

bool same_query(const QueryNode& a, const QueryNode& b) {
  return a.kind == b.kind && a.field == b.field && a.text == b.text && a.number == b.number &&
         a.boost == b.boost &&
         std::equal(a.children.begin(), a.children.end(), b.children.begin(), b.children.end(),
                    same_query);
}

}  // namespace news
