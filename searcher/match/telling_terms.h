#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "common/index/index.h"

namespace news {

/// An article of an index, and how much it counts.
struct WeightedArticle {
  std::size_t segment = 0;
  std::uint32_t article = 0;  ///< number inside the segment
  double weight = 1;
};

/// A term, and how much the articles that it was taken from are about it: 1 for the best.
struct TellingTerm {
  std::string term;
  double weight = 0;
};

/// The up to `count` terms that tell most what `articles` are about, best first, read from their
/// token streams: occurrences, more for those in headline and lead, saturated as in BM25, times
/// idf. The weight leaves idf out, for ranking multiplies by it. Terms of one article of the index
/// alone, numbers, and terms in less than `least_articles` of `articles` aren't taken. Ideographs
/// count in pairs. One thread. Throws Error{Index} on damage.
std::vector<TellingTerm> telling_terms(const Index& index,
                                       const std::vector<WeightedArticle>& articles,
                                       std::size_t count, std::size_t least_articles);

}  // namespace news
