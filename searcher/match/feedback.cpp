#include "searcher/match/feedback.h"

#include <algorithm>

#include "searcher/match/scored_terms.h"
#include "searcher/match/telling_terms.h"

namespace news {
namespace {

constexpr std::size_t kTerms = 10;
constexpr std::size_t kLeastArticles = 3;  // what one article alone is about is no news
constexpr double kShare = 0.2;             // of the best term, beside the user's words

}  // namespace

PlanNode expand_by_feedback(const Index& index, const PlanNode& words,
                            const std::vector<Match>& best) {
  std::vector<WeightedArticle> articles;
  for (const Match& match : best) {
    // Without scores no article is better than another.
    if (articles.size() == kFeedbackArticles || match.score <= 0) break;
    articles.push_back({match.segment, match.article, match.score});
  }
  const std::size_t least = std::min(kLeastArticles, articles.size());
  PlanNode added;
  added.kind = PlanNode::Kind::Or;
  for (const TellingTerm& term : telling_terms(index, articles, kTerms, least)) {
    added.children.push_back(scored_terms(index, {term.term}, kShare * term.weight));
  }
  if (added.children.empty()) return words;
  PlanNode expanded;
  expanded.kind = PlanNode::Kind::Maybe;
  expanded.children = {words, std::move(added)};
  return expanded;
}

}  // namespace news
