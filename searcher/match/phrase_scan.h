#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "searcher/match/form_search.h"

namespace news {

/// Looks for a phrase in the codes of an article as they stand: the bytes of the phrase's rarest
/// word are searched for, and its neighbours are read only where it is found. That works because
/// a varint ends with the one byte of its own below 0x80, so that codes can be read in both
/// directions. One thread.
class PhraseScan {
 public:
  /// Numbers of the words that may stand at each place of the phrase; sorted.
  using Places = std::vector<std::vector<std::uint32_t>>;

  /// The places with so many words are too many to search for each.
  static constexpr std::size_t kMostForms = 16;

  explicit PhraseScan(Places places);

  /// True when a scan is worth it: some place has few enough words.
  bool is_possible() const { return anchor_ < places_.size(); }
  /// True when the phrase stands in one headline, one caption or the body. `codes` is whole.
  bool is_in(std::string_view codes) const;

 private:
  bool fits_around(std::string_view codes, std::size_t begin, std::size_t end) const;
  bool fits(std::size_t place, std::uint64_t code) const;

  Places places_;
  std::size_t anchor_;              ///< the place that is searched for
  std::optional<FormSearch> search_;  ///< for the codes of its words
};

}  // namespace news
