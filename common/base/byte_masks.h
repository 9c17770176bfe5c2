#pragma once

#include <cstdint>

namespace news {

// Eight bytes of text at a time, as they lie in memory. A mask has the highest bit of each byte
// that is meant, and no other.

inline constexpr std::uint64_t kEachByte = 0x0101010101010101u;

/// The bytes of `eight` that are `byte`.
constexpr std::uint64_t bytes_that_are(std::uint64_t eight, unsigned char byte) {
  constexpr std::uint64_t kLow = 0x7f * kEachByte;
  const std::uint64_t apart = eight ^ byte * kEachByte;
  return ~(((apart & kLow) + kLow) | apart | kLow);
}

/// False when no byte is a control character below the blank; true for all that have one, and
/// for few others.
constexpr bool may_hold_controls(std::uint64_t eight) {
  // "Determine if a word has a byte less than n", Anderson, Bit Twiddling Hacks.
  return ((eight - 0x20 * kEachByte) & ~eight & 0x80 * kEachByte) != 0;
}

/// The control characters below the blank.
constexpr std::uint64_t controls_among(std::uint64_t eight) {
  const std::uint64_t no_control = ((eight & 0x7f * kEachByte) + 0x60 * kEachByte) | eight;
  return ~no_control & 0x80 * kEachByte;
}

/// True when there is a control character below the blank other than line feeds and tabs.
constexpr bool has_controls_but_breaks(std::uint64_t eight) {
  return may_hold_controls(eight) &&
         (controls_among(eight) & ~bytes_that_are(eight, '\n') & ~bytes_that_are(eight, '\t')) != 0;
}

}  // namespace news
