#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common/article/territories.h"
#include "common/index/words.h"

namespace news {

/// Finds the names of territories among the words of texts in one language, in whatever inflection:
/// what is filed under `territory_term`. Feed it a text's words in order. One thread.
class TerritoryFinder {
 public:
  /// For the words of a segment, which are only read now.
  TerritoryFinder(const WordList& words, std::string_view language);

  /// The words that come next don't belong to those before: a sentence or a field begins.
  void start_over() { size_ = 0; }

  /// Takes the next word. Returns the code of the territory whose name it completes, the longest
  /// such name; "" for most words.
  std::string_view next(std::uint32_t stem, bool is_acronym) {
    before_[size_++ % before_.size()] = stem;
    return may_end_[stem % kBits] ? named_by_last(is_acronym) : std::string_view();
  }

 private:
  static constexpr std::size_t kBits = std::size_t{1} << 14;
  struct Name {
    std::vector<std::uint32_t> stems;
    bool is_acronym = false;
    std::string_view code;
  };

  std::string_view named_by_last(bool is_acronym) const;
  bool ends_with(const Name& name) const;

  std::unordered_map<std::uint32_t, std::vector<Name>> names_;  ///< by last stem, longest first
  std::vector<bool> may_end_;  ///< by a few bits of a stem: most words end no name
  std::array<std::uint32_t, 8> before_{};  ///< the words taken last
  std::size_t size_ = 0;                   ///< of the words taken since the start
  static_assert(kMostTerritoryWords <= 8);
};

/// Those of the languages met so far. One thread.
class TerritoryFinders {
 public:
  /// Borrows the words of a segment.
  explicit TerritoryFinders(const WordList& words) : words_(words) {}

  TerritoryFinder& of(const std::string& language);

 private:
  const WordList& words_;
  std::unordered_map<std::string, TerritoryFinder> finders_;
};

}  // namespace news
