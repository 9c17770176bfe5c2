#include "indexer/clean/date_tokens.h"

#include "common/base/text.h"

namespace news {
namespace {

/// Digits in a run that starts with a year but is no compact date, time stamp or plain year.
bool has_glued_year(std::string_view digits) {
  const std::size_t n = digits.size();
  if (n < 5 || n == 8 || n == 10 || n > 12) return false;
  return digits.substr(0, 2) == "19" || digits.substr(0, 2) == "20";
}

std::size_t number_length(std::string_view text) {
  std::size_t n = 0;
  while (n < text.size() && is_ascii_digit(text[n])) ++n;
  return has_glued_year(text.substr(0, n)) ? 4 : n;
}

bool is_word_byte(char c) { return is_ascii_alpha(c) || static_cast<unsigned char>(c) >= 0x80; }

bool is_cjk(char32_t c) {
  return (c >= 0x3040 && c < 0x3100) || (c >= 0x3400 && c < 0xa000) || (c >= 0xac00 && c < 0xd7b0);
}

/// White space and dashes beyond ASCII, which end a word.
bool is_foreign_mark(char32_t c) {
  return c == 0xa0 || c == 0xb7 || c == 0xba || (c >= 0x2000 && c < 0x2070) || c == 0x3000 ||
         c == 0xfeff || c == 0x60c || (c >= 0xff08 && c <= 0xff0c) || c == 0x300c || c == 0x300d;
}

bool is_foreign_blank(char32_t c) {
  return c == 0xa0 || (c >= 0x2000 && c <= 0x200f) || c == 0x202f || c == 0x3000 || c == 0xfeff;
}

std::size_t word_length(std::string_view text) {
  std::size_t i = 0;
  bool small_before = false;
  while (i < text.size() && is_word_byte(text[i])) {
    if (is_ascii_alpha(text[i])) {
      if (small_before && is_ascii_upper(text[i])) break;
      small_before = is_ascii_lower(text[i]);
      ++i;
      continue;
    }
    std::size_t next = i;
    const char32_t c = next_code_point(text, next);
    if (is_cjk(c)) return i == 0 ? next : i;
    if (is_foreign_mark(c)) return i == 0 ? next : i;
    small_before = false;
    i = next;
  }
  return i;
}

int number_value(std::string_view digits) {
  if (digits.size() > 9) return 0;
  int value = 0;
  for (const char c : digits) value = value * 10 + (c - '0');
  return value;
}

}  // namespace

std::vector<DateToken> date_tokens(std::string_view line) {
  std::vector<DateToken> tokens;
  bool after_blank = false;
  for (std::size_t i = 0; i < line.size();) {
    const std::string_view rest = line.substr(i);
    DateToken token;
    token.begin = i;
    token.after_blank = after_blank;
    std::size_t length = 1;
    if (is_ascii_space(rest[0])) {
      after_blank = true;
      ++i;
      continue;
    }
    if (is_ascii_digit(rest[0])) {
      token.kind = DateToken::Kind::Number;
      length = number_length(rest);
      token.value = number_value(rest.substr(0, length));
    } else if (is_word_byte(rest[0])) {
      length = word_length(rest);
      std::size_t end = 0;
      const char32_t first = next_code_point(rest, end);
      if (is_foreign_blank(first)) {
        after_blank = true;
        i += length;
        continue;
      }
      token.kind = is_foreign_mark(first) ? DateToken::Kind::Mark : DateToken::Kind::Word;
    }
    token.text = rest.substr(0, length);
    tokens.push_back(token);
    after_blank = false;
    i += length;
  }
  return tokens;
}

}  // namespace news
