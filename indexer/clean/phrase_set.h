#pragma once

#include <array>
#include <bitset>
#include <cstddef>
#include <string_view>
#include <vector>

namespace news {

/// Looks for any of many short phrases in one pass over a text. Immutable and so thread-safe.
class PhraseSet {
 public:
  enum class Case { Exact, AsciiIgnored };

  /// Borrows the phrases, which are literals of two bytes and more; with AsciiIgnored they are
  /// given in lower case.
  PhraseSet(std::initializer_list<std::string_view> phrases, Case letters);

  bool is_in(std::string_view text) const;

 private:
  template <Case kCase>
  bool search(std::string_view text) const;
  /// `first` is the first byte there, folded.
  bool matches_at(std::string_view text, std::size_t position, std::size_t first) const;

  std::vector<std::string_view> phrases_;  ///< ordered by first byte
  std::array<std::size_t, 257> begin_{};   ///< by first byte, into `phrases_`
  std::bitset<65536> openings_;            ///< hashes of the first three bytes of every phrase
  Case letters_;
};

}  // namespace news
