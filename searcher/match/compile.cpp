#include "searcher/match/compile.h"

#include <xapian.h>

#include <memory>
#include <string>

#include "searcher/match/check_query.h"
#include "searcher/match/date_query.h"
#include "searcher/match/terms_query.h"

namespace news {
namespace {

using Xapian::Query;

/// Xapian's own Query::MatchAll is one object for all threads, and its count of references is not
/// atomic (xapian/query.h says so): each query makes its own.
Query all_articles() { return Query(std::string()); }

class Compiler {
 public:
  Compiler(const Segment& segment, std::size_t number, const Clock& clock)
      : segment_(segment), number_(number), clock_(clock) {}

  Query compile(const PlanNode& node) const {
    switch (node.kind) {
      case PlanNode::Kind::Empty:
        return all_articles();
      case PlanNode::Kind::Terms:
        return Query(Query::OP_SCALE_WEIGHT, any_of(node.terms), node.weight);
      case PlanNode::Kind::Filter:
        return unscored(any_of(node.terms));
      case PlanNode::Kind::Spans:
        return checked_spans(node);
      case PlanNode::Kind::DateRange:
        return dates(node.dates);
      case PlanNode::Kind::Length:
        return length(node.length);
      case PlanNode::Kind::And:
        return combined(Query::OP_AND, node.children);
      case PlanNode::Kind::Or:
        return combined(Query::OP_OR, node.children);
      case PlanNode::Kind::Maybe:
        return combined(Query::OP_AND_MAYBE, node.children);
      case PlanNode::Kind::Not:
        break;
    }
    return Query(Query::OP_AND_NOT, all_articles(), compile(node.children[0]));
  }

  Query dates(const DateRange& range) const {
    const DateLookup lookup = look_up_dates(segment_, range, clock_);
    if (lookup.terms.empty()) return Query::MatchNothing;
    const Query covered = unscored(any_of(lookup.terms));
    if (!lookup.check) return covered;
    return Query(Query::OP_AND, covered,
                 make_check_query(
                     [columns = &segment_.columns(), range, clock = clock_](std::uint32_t article) {
                       return in_range(*columns, article, range, clock);
                     }));
  }

 private:
  static Query unscored(const Query& query) { return Query(Query::OP_SCALE_WEIGHT, query, 0); }

  Query any_of(const std::vector<std::string>& terms) const {
    return terms.empty() ? Query::MatchNothing : make_terms_query(segment_, terms, unions_);
  }

  Query combined(Query::op op, const std::vector<PlanNode>& nodes) const {
    std::vector<Query> queries;
    for (const PlanNode& node : nodes) queries.push_back(compile(node));
    return Query(op, queries.begin(), queries.end());
  }

  Query checked_spans(const PlanNode& node) const {
    const Query candidates = compile(node.children[0]);
    // The matcher is made with the first article to check: a query without candidates opens
    // nothing.
    auto check = [tree = node.spans, segment = &segment_, number = number_,
                  matcher = std::shared_ptr<SpanMatcher>()](std::uint32_t article) mutable {
      if (matcher == nullptr) {
        matcher = std::make_shared<SpanMatcher>(*tree, number, tokens_for(*tree, *segment));
      }
      return matcher->matches(article);
    };
    return Query(Query::OP_AND, candidates, make_check_query(std::move(check)));
  }

  Query length(const NumberRange& range) const {
    return make_check_query([columns = &segment_.columns(), range](std::uint32_t article) {
      const auto tokens = static_cast<std::uint64_t>(columns->numbers(kLengthColumn)[article - 1]);
      return tokens >= range.least && tokens <= range.most;
    });
  }

  const Segment& segment_;
  std::size_t number_;
  Clock clock_;
  std::shared_ptr<PostingUnions> unions_ = std::make_shared<PostingUnions>();
};

}  // namespace

Xapian::Query compile(const Plan& plan, const PlanNode& words, const Segment& segment,
                      std::size_t number, DateFilter dates) {
  const Compiler compiler(segment, number, plan.clock);
  std::vector<Query> all = {compiler.compile(words)};
  if (plan.filter.kind != PlanNode::Kind::Empty) all.push_back(compiler.compile(plan.filter));
  if (dates == DateFilter::Undated) {
    all.emplace_back(Query::OP_SCALE_WEIGHT,
                     make_terms_query(segment, {std::string(kUndatedTerm)}, nullptr), 0);
  } else if (plan.dates) {
    all.push_back(compiler.dates(*plan.dates));
  }
  if (const Deletions* deletions = segment.deletions()) {
    all.push_back(make_check_query(
        [deletions](std::uint32_t article) { return !deletions->contains(article); }));
  }
  return Query(Query::OP_AND, all.begin(), all.end());
}

}  // namespace news
