#pragma once

#include <cstdint>
#include <string_view>

namespace news {

// The file `words`. Payload:
//   stems    in byte order, front-coded in groups: shared prefix, rest, number of words, then the
//            words' numbers as differences
//   offsets  of groups of stems (u64 each, one more for the end)
//   words    in order of (folded, spelling, stem), front-coded in groups: shared prefix and rest of
//            the folded spelling, the spelling if it differs, number, stem number, frequency
//   offsets  of groups of words
//   ranks    place in the list of words, for each number (u32)
//   footer   words, stems, where the offsets of words and stems and the ranks begin (u64 each)
// Lengths and numbers inside entries are varints.

inline constexpr std::string_view kWordsMagic = "NEWSWRD";
inline constexpr std::uint32_t kWordsVersion = 1;
inline constexpr std::uint32_t kWordGroup = 16;
inline constexpr std::uint64_t kWordsFooterBytes = 40;

}  // namespace news
