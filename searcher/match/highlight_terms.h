#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

namespace news {

/// Words that answer a word of the query, or several: by segment their numbers in the token stream.
using WordNumbers = std::vector<std::vector<std::uint32_t>>;

/// What of one kind of text answers the query.
struct TextTerms {
  WordNumbers words;                              ///< of all words that stand by themselves
  std::vector<std::vector<WordNumbers>> phrases;  ///< words in a row, runs of ideographs among
                                                  ///< them; the numbers of each word are sorted

  bool empty() const {
    return phrases.empty() && std::all_of(words.begin(), words.end(), [](const auto& numbers) {
             return numbers.empty();
           });
  }

  /// Adds a word that stands by itself.
  void add(const WordNumbers& word) {
    words.resize(std::max(words.size(), word.size()));
    for (std::size_t s = 0; s < word.size(); ++s) {
      words[s].insert(words[s].end(), word[s].begin(), word[s].end());
    }
  }
};

/// What of an article answers the query.
struct HighlightTerms {
  TextTerms story;
  TextTerms other;  ///< what was stripped from its page
};

}  // namespace news
