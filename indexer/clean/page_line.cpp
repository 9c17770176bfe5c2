#include "indexer/clean/page_line.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "common/base/text.h"
#include "indexer/clean/letter_case.h"
#include "indexer/clean/month_names.h"

namespace news {
namespace {

bool is_cjk(char32_t c) {
  return (c >= 0x3040 && c < 0x3100) || (c >= 0x3400 && c < 0xa000) || (c >= 0xf900 && c < 0xfb00);
}

/// Scripts that put no blanks between words: Thai, Lao, Burmese, Khmer.
bool is_unspaced(char32_t c) {
  return (c >= 0xe00 && c < 0xf00) || (c >= 0x1000 && c < 0x10a0) || (c >= 0x1780 && c < 0x1800);
}

bool is_sentence_end(char32_t c) {
  return c == U'.' || c == U'!' || c == U'?' || c == 0x2026 || c == 0x3002 || c == 0xff01 ||
         c == 0xff1f || c == 0x61f || c == 0x6d4 || c == 0x964;
}

/// Closing quotes and brackets, which may follow the full stop.
bool is_closing(char32_t c) {
  return c == U'"' || c == U'\'' || c == U')' || c == U']' || c == 0x201d || c == 0x2019 ||
         c == 0x201c || c == 0xbb || c == 0xab || c == 0x300d || c == 0x300f || c == 0xff09 ||
         c == 0x3011 || c == 0x2018;
}

std::size_t bullet_length(std::string_view text) {
  static constexpr std::string_view kBullets[] = {"\u2022", "\u25a1", "\u2606", "\u25a0", "\u25e6",
                                                  "\u25cb", "\u25cf", "\u25aa", "\u2605", "\u2043",
                                                  "\u25c6", "\u2756", "*",      "\u25c7", "\u25b6"};
  const bool may_be_bullet = text[0] == '*' || text[0] == '\xe2';
  for (const std::string_view bullet : kBullets) {
    if (!may_be_bullet) break;
    if (text.substr(0, bullet.size()) != bullet) continue;
    const std::string_view rest = text.substr(bullet.size());
    if (rest.empty() || is_ascii_space(rest[0]) || bullet.size() > 1) return bullet.size();
  }
  std::size_t digits = 0;
  while (digits < text.size() && digits < 2 && is_ascii_digit(text[digits])) ++digits;
  if (digits == 0 || text.substr(digits, 2) != ". ") return 0;
  // "28. April 2023" and "28. 04. 2023" are dates.
  const std::string_view rest = trim(text.substr(digits + 1));
  const bool is_date = rest.empty() || is_ascii_digit(rest[0]) ||
                       month_number(rest.substr(0, rest.find_first_of(" ."))) != 0;
  return is_date ? 0 : digits + 1;
}

/// Length of a bracketed name of an image or of an empty form field at the start.
std::size_t image_length(std::string_view text) {
  if (text.empty() || text[0] != '[') return 0;
  const std::size_t end = text.find(']');
  if (end == std::string_view::npos || end > 80) return 0;
  const std::string_view name = text.substr(1, end - 1);
  // Words in brackets are text: "[The minister] said".
  const bool is_words = trim(name).find(' ') != std::string_view::npos && name.back() != ' ';
  return is_words ? 0 : end + 1;
}

/// What a byte begins. Lines are mostly ASCII letters and blanks.
enum class ByteKind : std::uint8_t { Alnum, Blank, Sign, Wide };

constexpr std::array<ByteKind, 256> kByteKinds = [] {
  std::array<ByteKind, 256> kinds{};
  for (int c = 0; c < 256; ++c) {
    const char byte = static_cast<char>(c);
    kinds[c] = c >= 0x80              ? ByteKind::Wide
               : is_ascii_alnum(byte) ? ByteKind::Alnum
               : is_ascii_space(byte) ? ByteKind::Blank
                                      : ByteKind::Sign;
  }
  return kinds;
}();

ByteKind kind_of(char c) { return kByteKinds[static_cast<unsigned char>(c)]; }

void count_words(PageLine& line) {
  int halves = 0;
  int words = 0;
  int unspaced = 0;
  bool in_word = false;
  bool after_end = false;
  char32_t last = 0;
  const std::string_view text = line.text;
  const auto note_end = [&](char32_t c) {
    if (!is_closing(c)) after_end = is_sentence_end(c);
    last = c;
  };
  const auto blank = [&] {
    if (after_end) ++line.sentences;
    after_end = false;
    in_word = false;
  };
  for (std::size_t i = 0; i < text.size();) {
    switch (kind_of(text[i])) {
      case ByteKind::Alnum:
        if (!in_word) ++words;
        in_word = true;
        after_end = false;
        while (++i < text.size() && kind_of(text[i]) == ByteKind::Alnum) continue;
        last = static_cast<unsigned char>(text[i - 1]);
        continue;
      case ByteKind::Blank:
        blank();
        ++i;
        continue;
      case ByteKind::Sign:
        in_word = in_word && text[i] != '-' && text[i] != '/';
        note_end(static_cast<unsigned char>(text[i++]));
        continue;
      case ByteKind::Wide:
        break;
    }
    const char32_t c = next_code_point(text, i);
    if (c == 0xa0 || c == 0x3000) {
      blank();
      continue;
    }
    if (c == 0x3002 || c == 0xff01 || c == 0xff1f) ++line.sentences;
    if (is_cjk(c)) {
      ++halves;
      in_word = false;
    } else if (is_letter(c)) {
      if (!in_word) ++words;
      in_word = true;
      unspaced += is_unspaced(c) ? 1 : 0;
    }
    note_end(c);
  }
  // A closing quote after the stop still ends the sentence.
  line.ends_sentence = is_sentence_end(last) || (is_closing(last) && after_end);
  if (line.ends_sentence && line.sentences == 0) line.sentences = 1;
  line.words = words + halves / 2 + unspaced / 5;
}

PageLine read_line(std::string_view raw) {
  PageLine line;
  line.whole = trim(raw);
  line.text = line.whole;
  if (line.text.empty()) return line;
  line.is_blank = false;
  if (const std::size_t n = bullet_length(line.text)) {
    line.is_item = true;
    line.text = trim(line.text.substr(n));
  }
  std::size_t images = 0;
  while (const std::size_t n = image_length(line.text)) {
    line.text = trim(line.text.substr(n));
    ++images;
  }
  line.after_image = images > 0;
  line.is_image = images > 0 && line.text.empty();
  count_words(line);
  return line;
}

/// Many words with blanks between them, but neither an end of a sentence nor a comma.
bool is_menu(const PageLine& line) {
  static constexpr std::string_view kArabicComma = "\u060c";
  if (line.sentences > 0 || line.text.find(',') != line.text.npos ||
      line.text.find(kArabicComma) != line.text.npos) {
    return false;
  }
  return std::count(line.text.begin(), line.text.end(), ' ') * 3 > line.words * 2;
}

}  // namespace

bool PageLine::is_sentence_like() const {
  if (words < 8) return false;
  return ends_sentence || (words >= 15 && sentences > 0) ||
         (words >= 14 && !text.empty() && text.back() == ':') || (words >= 40 && !is_menu(*this));
}

bool PageLine::is_short_sentence() const { return words >= 3 && ends_sentence; }

std::vector<PageLine> page_lines(std::string_view page, const std::vector<LineHint>& hints) {
  std::vector<PageLine> lines;
  lines.reserve(static_cast<std::size_t>(std::count(page.begin(), page.end(), '\n')) + 1);
  bool image_before = false;
  for (std::size_t at = 0; at <= page.size();) {
    const std::size_t end = std::min(page.find('\n', at), page.size());
    PageLine line = read_line(page.substr(at, end - at));
    at = end + 1;
    if (lines.size() < hints.size()) line.hint = hints[lines.size()];
    line.is_item = line.is_item || line.hint.tag == LineHint::Tag::Item;
    line.after_image = line.after_image || (image_before && !line.is_blank);
    if (!line.is_blank) image_before = line.is_image;
    lines.push_back(line);
  }
  // The line break at the end of a file starts no further line.
  if (!lines.empty() && lines.back().is_blank) lines.pop_back();
  return lines;
}

}  // namespace news
