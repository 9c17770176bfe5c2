#pragma once

#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace news {

/// What of an article's text answers the query.
struct HighlightTerms {
  std::unordered_set<std::string> stems;   ///< words with one of these stems
  std::unordered_set<std::string> folded;  ///< words that are one of these, folded

  bool empty() const { return stems.empty() && folded.empty(); }
  bool has(const std::string& stem, const std::string& folded_word) const {
    return stems.contains(stem) || folded.contains(folded_word);
  }
};

}  // namespace news
