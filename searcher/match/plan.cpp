#include "searcher/match/plan.h"

#include <algorithm>

#include "common/article/countries.h"
#include "common/base/error.h"
#include "searcher/match/any_words.h"
#include "searcher/match/filter_plan.h"
#include "searcher/match/leaf_plan.h"
#include "searcher/match/like_plan.h"

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

PlanNode combine(PlanNode::Kind kind, std::vector<PlanNode> children) {
  std::erase_if(children, [](const PlanNode& c) { return c.kind == PlanNode::Kind::Empty; });
  if (children.empty()) return {};
  if (children.size() == 1) return std::move(children.front());
  PlanNode node;
  node.kind = kind;
  node.children = std::move(children);
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
      default: return plan_leaf(node);
    }
  }

  /// The top of a query with any of its words enough.
  PlanNode plan_any(const QueryNode& node) {
    if (node.kind != NodeKind::And && node.kind != NodeKind::Word) return {};
    leaves_.restart_count();
    std::vector<PlanNode> needed;
    std::vector<PlanNode> words;
    for (const QueryNode& part :
         split_any_words(node.kind == NodeKind::And ? node.children : std::vector{node})) {
      (is_condition(part) ? needed : words).push_back(plan(part));
    }
    if (words.size() < 2) return {};
    needed.push_back(combine(PlanNode::Kind::Or, std::move(words)));
    return combine(PlanNode::Kind::And, std::move(needed));
  }

 private:
  std::vector<PlanNode> plan_all(const std::vector<QueryNode>& nodes) {
    std::vector<PlanNode> plans;
    for (const QueryNode& node : nodes) plans.push_back(plan(node));
    return plans;
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
  LeafPlanner leaves(index, request.exact_phrases);
  Planner planner(leaves, request);
  plan.query = planner.plan(*request.query);
  if (plan.query.kind == PlanNode::Kind::Empty) {
    throw Error(ErrorKind::Query, "there is no word to search for in the query");
  }
  plan.highlights = leaves.take_highlights();
  plan.any = planner.plan_any(*request.query);
  plan.any_highlights = leaves.take_highlights();
  plan.proximity = leaves.take_proximity();
  plan.spelled_words = leaves.take_spelled_words();
  return plan;
}

}  // namespace news
