#include "searcher/match/flat_query.h"

#include <algorithm>

namespace news {
namespace {

bool has_terms(const PlanNode& node) {
  return node.kind == PlanNode::Kind::Terms || node.kind == PlanNode::Kind::Filter;
}

FlatQuery::Group group_of(const PlanNode& node) {
  return {&node.terms, node.kind == PlanNode::Kind::Terms ? node.weight : 0};
}

/// Adds the groups of a node that is one or an Or of some. False for other nodes.
bool add_alternatives(const PlanNode& node, std::vector<FlatQuery::Group>& groups) {
  if (has_terms(node)) {
    groups.push_back(group_of(node));
    return true;
  }
  if (node.kind != PlanNode::Kind::Or) return false;
  return std::all_of(node.children.begin(), node.children.end(),
                     [&](const PlanNode& child) { return add_alternatives(child, groups); });
}

/// Adds what has to hold of an article. False when that is not flat.
bool add_condition(const PlanNode& node, FlatQuery& query) {
  switch (node.kind) {
    case PlanNode::Kind::Empty:
      return true;
    case PlanNode::Kind::Terms:
    case PlanNode::Kind::Filter:
      query.all.push_back(group_of(node));
      return true;
    case PlanNode::Kind::Spans:
      query.spans.push_back(node.spans);
      return add_condition(node.children[0], query);
    case PlanNode::Kind::DateRange:
      query.dates.push_back(node.dates);
      return true;
    case PlanNode::Kind::Length:
      query.lengths.push_back(node.length);
      return true;
    case PlanNode::Kind::And:
      return std::all_of(node.children.begin(), node.children.end(),
                         [&](const PlanNode& child) { return add_condition(child, query); });
    case PlanNode::Kind::Or:
      // One choice fits; two would need each its own count of how many hold.
      return query.any.empty() && add_alternatives(node, query.any);
    case PlanNode::Kind::Maybe:
      return add_condition(node.children[0], query) &&
             add_alternatives(node.children[1], query.more);
    case PlanNode::Kind::Not:
      break;
  }
  return add_alternatives(node.children[0], query.none);
}

}  // namespace

std::optional<FlatQuery> flatten(const Plan& plan, const PlanNode& words, DateFilter dates) {
  FlatQuery query;
  if (!add_condition(words, query) || !add_condition(plan.filter, query)) return std::nullopt;
  query.undated = dates == DateFilter::Undated;
  if (!query.undated && plan.dates) query.dates.push_back(*plan.dates);
  return query;
}

}  // namespace news
