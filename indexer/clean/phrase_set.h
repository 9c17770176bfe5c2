#pragma once

#include <array>
#include <bitset>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace news {

/// Looks for any of many short phrases in one pass over a text: by their first three bytes, or by
/// steps when all phrases are long enough (Wu and Manber, "A fast algorithm for multi-pattern
/// searching", 1994). Immutable and so thread-safe.
class PhraseSet {
 public:
  enum class Case { Exact, AsciiIgnored };

  /// Borrows the phrases, which are literals of two bytes and more; with AsciiIgnored they are
  /// given in lower case.
  PhraseSet(std::initializer_list<std::string_view> phrases, Case letters);

  bool is_in(std::string_view text) const;

 private:
  void make_steps();
  template <Case kCase>
  bool search_each(std::string_view text) const;
  template <Case kCase>
  bool search_windows(std::string_view text) const;
  /// `first` is the first byte there, folded.
  bool matches_at(std::string_view text, std::size_t position, std::size_t first) const;

  std::vector<std::string_view> phrases_;   ///< ordered by first byte
  std::array<std::size_t, 257> begin_{};    ///< by first byte, into `phrases_`
  std::array<bool, 256> is_first_{};        ///< bytes that a phrase begins with, in any case
  std::bitset<65536> openings_;             ///< hashes of the first three bytes of every phrase
  std::size_t window_ = 0;                  ///< bytes of every phrase that the steps are made of
  std::array<std::uint8_t, 4096> steps_{};  ///< how far to go on, by the window's last three bytes
  Case letters_;
};

}  // namespace news
