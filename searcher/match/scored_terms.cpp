#include "searcher/match/scored_terms.h"

#include <algorithm>
#include <cmath>

namespace news {
namespace {

// Keeps articles with nothing but such words in the order of their impacts.
constexpr double kLeastIdf = 0.05;

/// A weight of few bits: products with impacts and sums of these are exact then, so that a score
/// doesn't depend on the order in which its parts are added, which differs between segments.
double coarse(double weight) { return std::ldexp(std::round(std::ldexp(weight, 24)), -24); }

}  // namespace

std::uint64_t frequency_of(const Index& index, const std::vector<std::string>& terms) {
  std::uint64_t sum = 0;
  for (const Segment& segment : index.segments()) {
    for (const std::string& term : terms) sum += segment.frequency(term);
  }
  return sum;
}

double idf_of(const Index& index, const std::vector<std::string>& terms) {
  const auto articles = static_cast<double>(index.articles());
  const auto with_term = std::min(static_cast<double>(frequency_of(index, terms)), articles);
  // A word of half of the articles tells next to nothing.
  return std::max(kLeastIdf, std::log((articles - with_term + 0.5) / (with_term + 0.5)));
}

PlanNode scored_terms(const Index& index, std::vector<std::string> terms, double boost) {
  const double idf = idf_of(index, terms);
  return scored_terms(index, std::move(terms), boost, idf);
}

PlanNode scored_terms(const Index& index, std::vector<std::string> terms, double boost,
                      double idf) {
  PlanNode node;
  node.kind = PlanNode::Kind::Terms;
  // (k1 + 1) keeps scores in the scale of BM25.
  node.weight = coarse(boost * idf * (index.manifest().ranking.k1 + 1) / kMaxImpact);
  node.terms = std::move(terms);
  return node;
}

}  // namespace news
