#include "common/article/name_folding.h"

#include <array>

#include "common/base/text.h"

namespace news {
namespace {

constexpr std::array<std::string_view, 400 + 256> kLatinLetters = {
#include "common/article/latin_letters.inc"
};

std::string_view latin_letter(char32_t c) {
  if (c >= 0xc0 && c < 0x250) return kLatinLetters[c - 0xc0];
  if (c >= 0x1e00 && c < 0x1f00) return kLatinLetters[400 + (c - 0x1e00)];
  return {};
}

bool is_foreign_blank(char32_t c) {
  return c == 0xa0 || (c >= 0x2000 && c < 0x2070) || (c >= 0x3000 && c < 0x3004) || c == 0x30fb ||
         c == 0xff65;
}

/// The small letter without accents of a Greek or Cyrillic one; others as they are.
char32_t plain_letter(char32_t c) {
  if (c >= 0x410 && c < 0x430) return c + 32;
  if (c == 0x401 || c == 0x451) return 0x435;
  if (c >= 0x400 && c < 0x410) return c + 80;
  if (c < 0x386 || c > 0x3ce) return c;
  struct Accented {
    char32_t letter;
    char32_t plain;
  };
  static constexpr Accented kAccented[] = {
      {0x386, 0x3b1}, {0x388, 0x3b5}, {0x389, 0x3b7}, {0x38a, 0x3b9}, {0x38c, 0x3bf},
      {0x38e, 0x3c5}, {0x38f, 0x3c9}, {0x390, 0x3b9}, {0x3aa, 0x3b9}, {0x3ab, 0x3c5},
      {0x3ac, 0x3b1}, {0x3ad, 0x3b5}, {0x3ae, 0x3b7}, {0x3af, 0x3b9}, {0x3b0, 0x3c5},
      {0x3c2, 0x3c3}, {0x3ca, 0x3b9}, {0x3cb, 0x3c5}, {0x3cc, 0x3bf}, {0x3cd, 0x3c5},
      {0x3ce, 0x3c9}};
  for (const Accented& row : kAccented) {
    if (row.letter == c) return row.plain;
  }
  return c >= 0x391 && c <= 0x3a9 ? c + 32 : c;
}

void append_folded(std::string& out, char32_t c) {
  if (c < 0x80) {
    const char letter = ascii_lower(static_cast<char>(c));
    if (is_ascii_alnum(letter)) {
      out.push_back(letter);
    } else if (letter == '&') {
      out.append(" and ");
    } else if (letter != '.' && letter != '\'') {
      out.push_back(' ');
    }
  } else if (const std::string_view plain = latin_letter(c); !plain.empty()) {
    out.append(plain);
  } else if (c == 0x2018 || c == 0x2019 || c == 0x2bc) {
    return;
  } else if (is_foreign_blank(c)) {
    out.push_back(' ');
  } else {
    append_utf8(out, plain_letter(c));
  }
}

/// True when `tidy` would change nothing: most names are one word or a few.
bool is_tidy(std::string_view letters) {
  return trim(letters).size() == letters.size() && letters.find("  ") == letters.npos &&
         letters.find("saint") == letters.npos && !letters.starts_with("the ");
}

/// One blank between words, no article before them, the short form of "saint".
std::string tidy(std::string_view letters) {
  std::string out;
  out.reserve(letters.size());
  std::string_view rest = trim(letters);
  if (rest.substr(0, 4) == "the " && !trim(rest.substr(4)).empty()) rest.remove_prefix(4);
  while (!rest.empty()) {
    const std::size_t end = rest.find(' ');
    const std::string_view word = rest.substr(0, end);
    if (!word.empty()) {
      if (!out.empty()) out.push_back(' ');
      out.append(word == "saint" ? "st" : word);
    }
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
  }
  return out;
}

}  // namespace

std::string fold_name(std::string_view name) {
  std::string letters;
  letters.reserve(name.size());
  for (std::size_t i = 0; i < name.size();) {
    if (is_ascii_lower(name[i]) || name[i] == ' ') {
      letters.push_back(name[i++]);
    } else {
      append_folded(letters, next_code_point(name, i));
    }
  }
  return is_tidy(letters) ? letters : tidy(letters);
}

}  // namespace news
