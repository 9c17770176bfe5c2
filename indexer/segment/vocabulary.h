#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common/analysis/word_forms.h"
#include "indexer/segment/string_table.h"

namespace news {

/// A spelling as one language stems it.
struct Word {
  std::string spelling;  ///< as `spelling_of` makes it
  std::string folded;    ///< `fold(spelling)`: what a query word is compared with
  std::string stem;      ///< the term its postings are filed under
};

/// Words as one thread of a build meets them, numbered from 0 in that order. Spelling, stem and
/// folding of a word are worked out once. One thread.
class Vocabulary {
 public:
  /// Words of one language.
  class Language;

  /// The language's words; the reference lives as long as the vocabulary. With a mark they are
  /// others than those without it, and begin with it (see `kOtherMark`).
  Language& language(std::string_view tag, std::string_view mark = {});
  /// Numbers of tokens in that language, in their order, put behind `numbers`; counts them.
  void add(Language& language, const std::vector<StringTable::Key>& tokens,
           std::vector<std::uint32_t>& numbers);

  /// Forgets all words and gives their memory back; languages stay.
  void clear_words();

  const std::vector<Word>& words() const { return words_; }
  struct Tally {
    std::uint64_t frequency = 0;  ///< how often the word was added
    std::uint64_t hash = 0;       ///< `hash64` of its spelling
  };
  /// By number of the word. Apart from the words, so that counting touches little memory.
  const std::vector<Tally>& tallies() const { return tallies_; }
  /// Tags of the languages met.
  std::vector<std::string> languages() const;
  /// Bytes held, roughly.
  std::size_t memory() const;

 private:
  std::uint32_t word_of(const Language& language, std::string_view token);

  std::unordered_map<std::string, std::unique_ptr<Language>> languages_;  ///< by mark and tag
  StringTable word_keys_;  ///< spelling, '\0', stem: numbered as `words_`
  std::vector<Word> words_;
  std::vector<Tally> tallies_;
  std::size_t long_text_bytes_ = 0;  ///< of words, beyond what std::string holds inside
};

class Vocabulary::Language {
 public:
  Language(std::string_view tag, std::string_view mark) : tag_(tag), mark_(mark), stemmer_(tag) {}

 private:
  friend class Vocabulary;
  std::string tag_;
  std::string mark_;
  Stemmer stemmer_;
  StringTable tokens_;  ///< as they stand in the text
  std::vector<std::uint32_t> words_;  ///< of each token
};

}  // namespace news
