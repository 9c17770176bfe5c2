#pragma once

#include <string>
#include <unordered_set>
#include <vector>

namespace news {

/// Written words that answer a word of the query, or several.
struct WordForms {
  std::unordered_set<std::string> stems;   ///< words with one of these stems
  std::unordered_set<std::string> folded;  ///< words that are one of these, folded

  bool empty() const { return stems.empty() && folded.empty(); }
  bool has(const std::string& stem, const std::string& folded_word) const {
    return stems.contains(stem) || folded.contains(folded_word);
  }
};

/// What of one kind of text answers the query.
struct TextTerms {
  WordForms words;                              ///< of all words that stand by themselves
  std::vector<std::vector<WordForms>> phrases;  ///< words in a row, runs of ideographs among them

  bool empty() const { return words.empty() && phrases.empty(); }
};

/// What of an article answers the query.
struct HighlightTerms {
  TextTerms story;
  TextTerms other;  ///< what was stripped from its page
};

}  // namespace news
