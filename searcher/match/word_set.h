#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/analysis/word_forms.h"
#include "common/index/index.h"

namespace news {

/// The words that one word of a query stands for.
struct WordSet {
  /// Stems under which articles with one of the words are filed; sorted, none twice. Marks of
  /// stripped text are left out here and in the other texts.
  std::vector<std::string> stems;
  /// For each segment the numbers of the words in its token stream; sorted.
  std::vector<std::vector<std::uint32_t>> numbers;
  /// True when whatever is filed under the stems has one of the words, so that nothing has to be
  /// checked against the token stream.
  bool stems_suffice = true;
  std::string text;                      ///< what was asked for, folded
  std::vector<std::string> folded_forms; ///< the words, folded, where they aren't told by `stems`
};

/// The most words that a prefix or a spelling may stand for.
inline constexpr std::size_t kMaxExpansions = 5000;

/// Finds the words of an index that a word of a query stands for: words of stories or, with
/// `kOtherMark`, of stripped text. One thread; borrows the index.
class WordResolver {
 public:
  explicit WordResolver(const Index& index, std::string_view mark = {});

  /// All inflected forms of a spelling, in every language of the index: the words that share a stem
  /// with it, or with a word that differs from it in accents only.
  WordSet inflected(std::string_view spelling);
  /// The words that are `spelling` but for accents.
  WordSet exact(std::string_view spelling);
  /// The words that begin so. Throws Error{Query} when there are more than kMaxExpansions.
  WordSet with_prefix(std::string_view prefix);
  /// The words within one edit of a short spelling, two of one of 6 letters or more; the first
  /// letter stays.
  WordSet variants(std::string_view spelling);

  /// What may have been meant: for a word that no article has, in any form, the one with the least
  /// edits from it, the most frequent of those; for a rare one a word one edit away that is far
  /// more frequent. "" when there is none.
  std::string better_spelling(std::string_view spelling);

 private:
  /// Folded spelling, spelling and stem: what makes a word of one segment that of another.
  using WordKey = std::array<std::string, 3>;
  WordKey key_of(std::size_t segment, const WordEntry& entry) const;
  void finish_words(std::vector<std::vector<WordEntry>> entries, WordSet& set);
  std::vector<std::vector<WordEntry>> near_words(std::string_view folded, std::size_t edits);
  std::uint64_t occurrences(const WordSet& set) const;

  std::vector<WordEntry> with_folded(const Segment& segment, const std::string& folded) const;
  std::string stem_of(const Segment& segment, const WordEntry& entry) const;
  std::vector<std::uint32_t> numbers_with_stems(const WordList& words,
                                                const std::vector<std::string>& stems) const;

  const Index& index_;
  std::string mark_;
  std::vector<Stemmer> stemmers_;
};

}  // namespace news
