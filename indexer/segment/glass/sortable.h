#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace news {

/// Appends `term` so that byte order of keys is order of terms whatever follows: a zero byte is
/// followed by 0xff. The end mark, one zero byte, is the caller's: the last part of a key has none.
inline void append_sortable(std::string& key, std::string_view term) {
  for (const char byte : term) {
    key.push_back(byte);
    if (byte == '\0') key.push_back('\xff');
  }
}

/// Appends `number` so that byte order is number order and the first byte is never 0xff: 2 bytes
/// for 15 bits, then 7 bits more for each further byte, which adds a one bit at the front.
inline void append_sortable(std::string& key, std::uint32_t number) {
  const std::uint64_t value = number;
  unsigned size = 2;
  while ((value >> (7 * size + 1)) != 0) ++size;
  const std::uint64_t mark = (0xff00U >> (size - 2)) & 0xffU;
  const std::uint64_t bytes = value | mark << (8 * (size - 1));
  for (unsigned left = size; left > 0; --left) {
    key.push_back(static_cast<char>(bytes >> (8 * (left - 1))));
  }
}

}  // namespace news
