#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace news {

/// Bytes of a block: the unit in which a glass table is written and read.
inline constexpr std::size_t kGlassBlockBytes = 8192;

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

/// Reads a term that `append_sortable` wrote, which is all of `bytes`. False when it is not one, or
/// an end mark stands in it.
inline bool get_sortable(std::string_view bytes, std::string& term) {
  term.clear();
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    term.push_back(bytes[i]);
    if (bytes[i] == '\0' && (++i == bytes.size() || bytes[i] != '\xff')) return false;
  }
  return !term.empty();
}

/// Reads a number that `append_sortable` wrote, which is all of `bytes`. False when it is not.
inline bool get_sortable(std::string_view bytes, std::uint32_t& number) {
  if (bytes.size() < 2) return false;
  unsigned size = 2;
  for (auto mark = static_cast<unsigned char>(bytes.front()); (mark & 0x80) != 0;
       mark = static_cast<unsigned char>(mark << 1)) {
    ++size;
  }
  if (size != bytes.size() || size > 5) return false;
  std::uint64_t value = 0;
  for (const char byte : bytes) value = value << 8 | static_cast<unsigned char>(byte);
  value &= (std::uint64_t{1} << (7 * size + 1)) - 1;
  number = static_cast<std::uint32_t>(value);
  return value <= UINT32_MAX;
}

}  // namespace news
