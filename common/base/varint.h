#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace news {

/// Appends `value` in 1 to 10 bytes of 7 bits, least significant first (LEB128).
inline void put_varint(std::string& out, std::uint64_t value) {
  while (value >= 0x80) {
    out.push_back(static_cast<char>(value | 0x80));
    value >>= 7;
  }
  out.push_back(static_cast<char>(value));
}

/// `get_varint` of any length.
inline bool get_long_varint(std::string_view& in, std::uint64_t& value) {
  value = 0;
  for (unsigned shift = 0; shift < 64; shift += 7) {
    if (in.empty()) return false;
    const auto byte = static_cast<unsigned char>(in.front());
    in.remove_prefix(1);
    if (shift == 63 && byte > 1) return false;
    value |= static_cast<std::uint64_t>(byte & 0x7f) << shift;
    if (byte < 0x80) return true;
  }
  return false;
}

/// Reads one varint off the front of `in`. False when `in` ends inside it or it is over 64 bits;
/// `in` is then unspecified.
inline bool get_varint(std::string_view& in, std::uint64_t& value) {
  // Nearly all are one byte or two.
  if (in.size() < 2) return get_long_varint(in, value);
  const auto first = static_cast<unsigned char>(in[0]);
  const auto second = static_cast<unsigned char>(in[1]);
  if (first >= 0x80 && second >= 0x80) return get_long_varint(in, value);
  const bool is_short = first < 0x80;
  value = is_short ? first : (first & 0x7fU) | std::uint64_t{second} << 7;
  in.remove_prefix(is_short ? 1 : 2);
  return true;
}

/// Appends a string with its length before it.
inline void put_string(std::string& out, std::string_view text) {
  put_varint(out, text.size());
  out.append(text);
}

/// Reads a string written by `put_string`; the view points into `in`'s bytes.
inline bool get_string(std::string_view& in, std::string_view& text) {
  std::uint64_t size = 0;
  if (!get_varint(in, size) || size > in.size()) return false;
  text = in.substr(0, size);
  in.remove_prefix(size);
  return true;
}

}  // namespace news
