#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "common/base/varint.h"
#include "common/index/token_stream.h"

namespace news {

// Codes of a token stream as they stand. A varint ends with the one byte of its own below 0x80, so
// they can be read in both directions.

/// True for the last byte of a code.
inline bool ends_a_code(char byte) { return static_cast<unsigned char>(byte) < 0x80; }

/// Reads the code at `begin`, which moves behind it. A broken one is a mark, which is no word.
inline std::uint64_t code_after(std::string_view codes, std::size_t& begin) {
  std::string_view in = codes.substr(begin);
  std::uint64_t code = 0;
  if (!get_varint(in, code)) code = kFieldMark;
  begin = codes.size() - in.size();
  return code;
}

/// Reads the code before `end`, which moves to where it begins. A broken one is a mark.
inline std::uint64_t code_before(std::string_view codes, std::size_t& end) {
  std::size_t begin = end - 1;
  while (begin > 0 && !ends_a_code(codes[begin - 1])) --begin;
  std::string_view in = codes.substr(begin, end - begin);
  std::uint64_t code = 0;
  if (!get_varint(in, code)) code = kFieldMark;
  end = begin;
  return code;
}

}  // namespace news
