#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace news {

/// Looks for a few short strings of bytes at once. Where the processor has AVX2, 32 places are
/// compared with the first and the last byte of each string, which few places pass that don't hold
/// one (W. Mula, "SIMD-friendly algorithms for substring searching", 2016); elsewhere one string
/// after the other is looked for. Immutable and so thread-safe.
class FormSearch {
 public:
  /// None of the strings is empty or longer than 8 bytes. `is_wide` is for tests; true needs AVX2.
  explicit FormSearch(const std::vector<std::string>& forms, bool is_wide = has_wide());

  /// The first place of `text` at `from` or later where one of the strings stands; the size of the
  /// text if there is none.
  std::size_t find(std::string_view text, std::size_t from) const {
    return is_wide_ ? find_wide(text, from) : find_narrow(text, from);
  }

  /// True when the processor has AVX2.
  static bool has_wide();

 private:
  static constexpr std::size_t kLongestForm = 8;
  static constexpr std::size_t kBlock = 32;  ///< places compared at once
  struct Form {
    explicit Form(std::string_view form);
    std::array<char, kBlock> first;  ///< its first byte, as often as it is compared
    std::array<char, kBlock> last;
    std::array<char, kLongestForm> bytes;
    std::size_t size;
  };

  std::size_t find_narrow(std::string_view text, std::size_t from) const;
  std::size_t find_wide(std::string_view text, std::size_t from) const;
  /// `find` for the places of a block at `from`; its bytes and those of the longest string can be
  /// read there, whatever the size of the text.
  std::size_t find_in_block(std::string_view text, std::size_t from) const;
  bool is_at(std::string_view text, std::size_t at) const;

  std::vector<Form> forms_;
  std::size_t longest_ = 0;  ///< bytes
  bool is_wide_;
};

}  // namespace news
