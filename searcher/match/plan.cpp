#include "searcher/match/plan.h"

#include <algorithm>
#include <iterator>

#include "common/article/countries.h"
#include "common/base/error.h"
#include "searcher/match/any_words.h"
#include "searcher/match/filter_plan.h"
#include "searcher/match/leaf_plan.h"
#include "searcher/match/like_plan.h"
#include "searcher/match/territory_plan.h"
#include "searcher/query/query_error.h"

namespace news {
namespace {

/// True for a condition that has to hold even when any word is enough.
bool is_condition(const QueryNode& node) {
  if (node.kind == NodeKind::Not || node.kind == NodeKind::Date || node.kind == NodeKind::Length) {
    return true;
  }
  const FieldInfo* field = is_leaf(node.kind) ? find_field(node.field) : nullptr;
  return field != nullptr && field->kind != FieldKind::Text;
}

bool has_condition(const QueryNode& node) {
  return is_condition(node) ||
         std::any_of(node.children.begin(), node.children.end(), has_condition);
}

/// The parts of a query, any of which is enough: what `AND` and `OR` join, but for a choice with
/// conditions in it.
std::vector<QueryNode> any_parts(const QueryNode& node) {
  const bool is_choice = node.kind == NodeKind::Or && !has_condition(node);
  if (node.kind != NodeKind::And && !is_choice) return {node};
  std::vector<QueryNode> parts;
  for (const QueryNode& child : node.children) {
    std::vector<QueryNode> more = any_parts(child);
    std::move(more.begin(), more.end(), std::back_inserter(parts));
  }
  return parts;
}

/// The parts of a query that may be partial matches: of a choice there are none.
std::vector<QueryNode> partial_parts(const QueryNode& node) {
  if (node.kind == NodeKind::And) return node.children;
  return node.kind == NodeKind::Word ? std::vector{node} : std::vector<QueryNode>();
}

PlanNode combine(PlanNode::Kind kind, std::vector<PlanNode> children) {
  std::erase_if(children, [](const PlanNode& c) { return c.kind == PlanNode::Kind::Empty; });
  if (children.empty()) return {};
  if (children.size() == 1) return std::move(children.front());
  PlanNode node;
  node.kind = kind;
  node.children = std::move(children);
  return node;
}

/// The same articles; those that the second node matches too score more.
PlanNode may_have(PlanNode words, const PlanNode& more) {
  if (words.kind == PlanNode::Kind::Empty || more.kind == PlanNode::Kind::Empty) return words;
  PlanNode node;
  node.kind = PlanNode::Kind::Maybe;
  node.children.push_back(std::move(words));
  node.children.push_back(more);
  return node;
}

class Planner {
 public:
  Planner(LeafPlanner& leaves, const SearchRequest& request) : leaves_(leaves), request_(request) {}

  PlanNode plan(const QueryNode& node) {
    switch (node.kind) {
      case NodeKind::And: return combine(PlanNode::Kind::And, plan_all(node.children));
      case NodeKind::Or: return combine(PlanNode::Kind::Or, plan_all(node.children));
      case NodeKind::Not: return plan_not(node);
      case NodeKind::Near:
      case NodeKind::Adjacent:
      case NodeKind::Sentence:
      case NodeKind::Paragraph:
      case NodeKind::AtLeast: return leaves_.plan_spans(node);
      default:
        return with_place(request_.query_text, node, [&] { return plan_leaf(node); });
    }
  }

  /// A query with any of its words enough; Empty when that is the same.
  PlanNode plan_any(const QueryNode& node) {
    leaves_.restart_count();
    if (request_.any_word) return plan_any_of(any_parts(node));
    return plan_any_of(partial_parts(node));
  }

 private:
  std::vector<PlanNode> plan_all(const std::vector<QueryNode>& nodes) {
    std::vector<PlanNode> plans;
    for (const QueryNode& node : nodes) plans.push_back(plan(node));
    return plans;
  }

  /// Parts of which conditions have to hold, and of the others any is enough.
  PlanNode plan_any_of(const std::vector<QueryNode>& parts) {
    std::vector<PlanNode> needed;
    std::vector<PlanNode> words;
    for (const QueryNode& part : split_any_words(parts)) {
      (is_condition(part) ? needed : words).push_back(plan(part));
    }
    if (words.size() < 2) return {};
    needed.push_back(combine(PlanNode::Kind::Or, std::move(words)));
    return combine(PlanNode::Kind::And, std::move(needed));
  }

  PlanNode plan_not(const QueryNode& node) {
    leaves_.pause_highlights(true);
    PlanNode child = plan(node.children[0]);
    leaves_.pause_highlights(false);
    if (child.kind == PlanNode::Kind::Empty) return child;
    PlanNode negation;
    negation.kind = PlanNode::Kind::Not;
    negation.children.push_back(std::move(child));
    return negation;
  }

  PlanNode plan_leaf(const QueryNode& node) {
    if (node.kind == NodeKind::Date) return plan_date(node);
    if (node.kind == NodeKind::Length) {
      PlanNode length;
      length.kind = PlanNode::Kind::Length;
      length.length = parse_number_range(node.text).value_or(NumberRange{});
      return length;
    }
    const FieldInfo* field = find_field(node.field);
    if (field != nullptr && field->kind != FieldKind::Text) {
      return plan_attribute(leaves_.index(), node);
    }
    return leaves_.plan_words(node);
  }

  PlanNode plan_date(const QueryNode& node) const {
    const DateCondition condition = resolve_date_expression(node.text, request_.clock);
    PlanNode date;
    if (condition.kind == DateCondition::Kind::Range) {
      date.kind = PlanNode::Kind::DateRange;
      date.dates = condition.range;
      return date;
    }
    date.kind = PlanNode::Kind::Filter;
    date.terms.emplace_back(condition.kind == DateCondition::Kind::None ? kUndatedTerm
                                                                        : kDoubtfulDateTerm);
    return date;
  }

  LeafPlanner& leaves_;
  const SearchRequest& request_;
};

}  // namespace

Plan make_plan(const Index& index, const SearchRequest& request) {
  Plan plan;
  plan.clock = request.clock;
  plan.dates = request.dates;
  plan.filter = plan_filters(request.filters);
  if (!request.like.empty()) plan_like(index, request.like, request.before_it, plan);
  if (!request.query) return plan;
  LeafPlanner leaves(index, request);
  Planner planner(leaves, request);
  plan.query = planner.plan(*request.query);
  if (plan.query.kind == PlanNode::Kind::Empty) {
    throw at_place(Error(ErrorKind::Query, "there is no word to search for in the query"),
                   request.query_text, request.query->begin, request.query->end);
  }
  plan.highlights = leaves.take_highlights();
  plan.any = planner.plan_any(*request.query);
  plan.any_highlights = leaves.take_highlights();
  if (request.sort == SortOrder::Relevance && !request.count_only) {
    const PlanNode territories = plan_territories(index, *request.query);
    plan.query = may_have(std::move(plan.query), territories);
    plan.any = may_have(std::move(plan.any), territories);
  }
  plan.proximity = leaves.take_proximity();
  plan.spelled_words = leaves.take_spelled_words();
  return plan;
}

}  // namespace news
