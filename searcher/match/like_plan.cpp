#include "searcher/match/like_plan.h"

#include <string>

#include "common/base/error.h"
#include "searcher/match/date_query.h"
#include "searcher/match/scored_terms.h"
#include "searcher/match/telling_terms.h"

namespace news {
namespace {

constexpr std::size_t kTerms = 30;

PlanNode without(const std::string& term) {
  PlanNode filter;
  filter.kind = PlanNode::Kind::Filter;
  filter.terms = {term};
  PlanNode negation;
  negation.kind = PlanNode::Kind::Not;
  negation.children.push_back(std::move(filter));
  return negation;
}

}  // namespace

std::optional<std::pair<std::size_t, std::uint32_t>> locate_article(const Index& index,
                                                                    std::string_view id) {
  for (std::size_t s = 0; s < index.segments().size(); ++s) {
    const std::uint32_t number = index.segments()[s].find(id);
    if (number != 0) return std::pair(s, number);
  }
  return std::nullopt;
}

void plan_like(const Index& index, const std::string& id, bool before_it, Plan& plan) {
  const auto place = locate_article(index, id);
  if (!place) {
    throw Error(ErrorKind::Usage,
                "no article has the id '" + id + "'; ids are those that a search shows");
  }
  PlanNode any;
  any.kind = PlanNode::Kind::Or;
  for (TellingTerm& term : telling_terms(index, {{place->first, place->second, 1}}, kTerms, 1)) {
    WordNumbers numbers;
    for (const Segment& segment : index.segments()) {
      numbers.push_back(segment.words().numbers_with_stem(term.term));
    }
    plan.highlights.story.add(numbers);
    any.children.push_back(scored_terms(index, {std::move(term.term)}, term.weight));
  }
  plan.query.kind = PlanNode::Kind::And;
  plan.query.children.push_back(std::move(any));
  plan.query.children.push_back(without(id_term(id)));
  if (!before_it) return;
  const Article article =
      index.segments()[place->first].articles().read(place->second).article;
  if (!article.published.known()) {
    throw Error(ErrorKind::Usage,
                "article '" + id + "' has no date; leave --before-it out to find ones like it");
  }
  PlanNode earlier;
  earlier.kind = PlanNode::Kind::DateRange;
  // A day is one of the zone's, of this article as of others.
  earlier.dates.end =
      period_of(article.published.seconds, article.published.precision, plan.clock).begin;
  plan.query.children.push_back(std::move(earlier));
}

}  // namespace news
