#include "indexer/clean/letter_case.h"

#include "common/base/text.h"

namespace news {
namespace {

bool is_small(char32_t c) {
  if (c < 0x80) return is_ascii_lower(static_cast<char>(c));
  if (c >= 0xdf && c <= 0xff) return c != 0xf7;
  // Latin Extended-A pairs capitals with small letters, with two shifts in phase.
  if (c >= 0x100 && c < 0x138) return c % 2 == 1;
  if (c >= 0x139 && c < 0x149) return c % 2 == 0;
  if (c >= 0x14a && c < 0x178) return c % 2 == 1;
  if (c >= 0x179 && c < 0x17f) return c % 2 == 0;
  return (c >= 0x430 && c < 0x460) || (c >= 0x3b1 && c <= 0x3c9);
}

}  // namespace

bool is_letter(char32_t c) {
  if (c < 0x80) return is_ascii_alpha(static_cast<char>(c));
  if (c < 0xc0) return c == 0xaa || c == 0xb5 || c == 0xba;
  if (c == 0xd7 || c == 0xf7) return false;
  if (c >= 0x2000 && c < 0x2c00) return false;
  if (c >= 0x3000 && c < 0x3005) return false;
  if (c >= 0x3008 && c < 0x3021) return false;
  if (c >= 0xfe00 && c < 0xfe70) return false;
  if (c >= 0xff00 && c < 0xff21) return false;
  return c != 0x60c && c != 0x61b && c != 0x61f && c != 0x964 && c != 0xfeff && c != 0xfffd;
}

bool is_capital(char32_t c) {
  if (c < 0x80) return is_ascii_upper(static_cast<char>(c));
  if (c >= 0xc0 && c <= 0xde) return c != 0xd7;
  if ((c >= 0x100 && c < 0x138) || (c >= 0x14a && c < 0x178)) return c % 2 == 0;
  if ((c >= 0x139 && c < 0x149) || (c >= 0x179 && c < 0x17f)) return c % 2 == 1;
  return (c >= 0x400 && c < 0x430) || (c >= 0x391 && c <= 0x3a9);
}

bool starts_with_capital(std::string_view text) {
  if (text.empty()) return false;
  std::size_t i = 0;
  const char32_t c = next_code_point(text, i);
  return is_letter(c) && !is_small(c);
}

bool has_east_letter(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const char32_t c = next_code_point(text, i);
    if ((c >= 0x3040 && c < 0xa000) || (c >= 0xac00 && c < 0xd7a4)) return true;
  }
  return false;
}

bool is_all_capitals(std::string_view text) {
  bool has_letter = false;
  for (std::size_t i = 0; i < text.size();) {
    const char32_t c = next_code_point(text, i);
    if (is_small(c)) return false;
    has_letter = has_letter || is_letter(c);
  }
  return has_letter;
}

}  // namespace news
