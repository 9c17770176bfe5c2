#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common/analysis/word_forms.h"
#include "common/index/words.h"

namespace news {

/// Lets a map of strings be asked with a string_view.
struct StringHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const;
};
using StringMap = std::unordered_map<std::string, std::uint32_t, StringHash, std::equal_to<>>;

/// Words as one thread of a build meets them, numbered from 0 in that order. Spelling, stem and
/// folding of a word are worked out once. One thread.
class Vocabulary {
 public:
  /// Words of one language.
  class Language;

  /// The language's words; the reference lives as long as the vocabulary.
  Language& language(std::string_view tag);
  /// Number of a token in that language; counts it.
  std::uint32_t add(Language& language, std::string_view token);

  const std::vector<Word>& words() const { return words_; }
  /// Tags of the languages met.
  std::vector<std::string> languages() const;
  /// Rough memory used, in bytes.
  std::size_t memory() const { return memory_; }

 private:
  std::uint32_t find_or_make(Language& language, std::string_view token);

  std::unordered_map<std::string, std::unique_ptr<Language>> languages_;
  std::unordered_map<std::string, std::uint32_t> by_word_;  ///< spelling, '\0', stem
  std::vector<Word> words_;
  std::size_t memory_ = 0;
};

class Vocabulary::Language {
 public:
  explicit Language(std::string_view tag) : stemmer_(tag) {}

 private:
  friend class Vocabulary;
  Stemmer stemmer_;
  StringMap by_token_;  ///< as it stands in the text, to its word
};

}  // namespace news
