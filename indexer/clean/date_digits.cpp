#include "indexer/clean/date_digits.h"

#include <algorithm>
#include <iterator>

#include "common/base/text.h"

namespace news {
namespace {

// The zeros of scripts whose ten digits follow one another in Unicode.
constexpr char32_t kZeros[] = {0x660, 0x6f0, 0x966, 0x9e6, 0xa66, 0xae6,  0xb66,  0xbe6, 0xc66,
                               0xce6, 0xd66, 0xe50, 0xed0, 0xf20, 0x1040, 0x17e0, 0xff10};

/// Full-width signs: their narrow ones stand 0xfee0 before them.
bool is_wide_sign(char32_t c) { return c == 0xff1a || c == 0xff0f || c == 0xff0e || c == 0xff0d; }

/// 0 to 9 and 10 for the numerals of Chinese dates; -1 for any other letter.
int chinese_numeral(char32_t c) {
  if (c == U'\u3007' || c == U'\u96f6') return 0;
  static constexpr std::u32string_view kNumerals =
      U"\u4e00\u4e8c\u4e09\u56db\u4e94\u516d\u4e03\u516b\u4e5d\u5341";
  const std::size_t at = kNumerals.find(c);
  return at == kNumerals.npos ? -1 : static_cast<int>(at) + 1;
}

bool is_unit_of_date(char32_t c) {
  static constexpr std::u32string_view kUnits = U"\u5e74\u6708\u65e5\u53f7\u865f";
  return kUnits.find(c) != kUnits.npos;
}

/// "二〇二六" by its figures, "二十四" by its tens.
int value_of(std::u32string_view numerals) {
  const std::size_t ten = numerals.find(U'\u5341');
  int value = 0;
  if (ten == numerals.npos) {
    for (const char32_t c : numerals) value = value * 10 + chinese_numeral(c);
    return value;
  }
  value = ten == 0 ? 10 : 10 * chinese_numeral(numerals[0]);
  return ten + 1 < numerals.size() ? value + chinese_numeral(numerals[ten + 1]) : value;
}

/// The numerals at `position` when a unit of dates stands behind them; "" when not.
std::u32string numerals_at(std::string_view line, std::size_t position) {
  std::u32string numerals;
  while (position < line.size() && numerals.size() <= 4) {
    const char32_t c = next_code_point(line, position);
    if (chinese_numeral(c) < 0) return is_unit_of_date(c) ? numerals : std::u32string();
    numerals.push_back(c);
  }
  return {};
}

}  // namespace

bool may_have_other_digits(std::string_view line) {
  for (std::size_t i = 0; i + 2 < line.size(); ++i) {
    const auto a = static_cast<unsigned char>(line[i]);
    if (a < 0xd9) continue;
    const auto b = static_cast<unsigned char>(line[i + 1]);
    if ((a == 0xd9 || a == 0xdb) && b >= 0xa0 && b <= 0xb9) return true;
    // Scripts of India and South-East Asia, full width, and the units of Chinese dates.
    if (a == 0xe0 || a == 0xe1 || (a == 0xef && b == 0xbc)) return true;
    const std::string_view letter = line.substr(i, 3);
    if (letter == "\u5e74" || letter == "\u6708" || letter == "\u65e5") return true;
  }
  return false;
}

std::string with_ascii_digits(std::string_view line) {
  std::string out;
  out.reserve(line.size());
  for (std::size_t i = 0; i < line.size();) {
    const std::size_t begin = i;
    const char32_t c = next_code_point(line, i);
    if (chinese_numeral(c) >= 0) {
      const std::u32string numerals = numerals_at(line, begin);
      if (!numerals.empty()) {
        out += std::to_string(value_of(numerals));
        for (std::size_t n = 1; n < numerals.size(); ++n) next_code_point(line, i);
        continue;
      }
    }
    const auto* zero = std::find_if(std::begin(kZeros), std::end(kZeros),
                                    [c](char32_t z) { return c >= z && c < z + 10; });
    if (zero != std::end(kZeros)) {
      append_utf8(out, U'0' + (c - *zero));
    } else {
      append_utf8(out, is_wide_sign(c) ? c - 0xfee0 : c);
    }
  }
  return out;
}

}  // namespace news
