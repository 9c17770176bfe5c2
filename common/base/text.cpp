#include "common/base/text.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <cstring>

namespace news {
namespace {

/// A character of its own that is no blank; most are.
bool is_plain(char c) { return c > ' ' && c < 0x7f; }

bool is_hebrew_letter(char32_t c) { return c >= 0x5d0 && c <= 0x5ea; }

/// Length of the white space character at the start of `text`, 0 if there is none.
std::size_t space_length(std::string_view text) {
  if (text.empty()) return 0;
  if (is_ascii_space(text[0])) return 1;
  if (is_plain(text[0])) return 0;
  if (text.substr(0, 2) == "\u00a0") return 2;
  for (const std::string_view space : {"\u200b", "\ufeff", "\u3000"}) {
    if (text.substr(0, 3) == space) return 3;
  }
  return 0;
}

// What the bytes 0x80 to 0x9f mean in Windows-1252; 0 where it has no character.
constexpr std::array<char32_t, 32> kWindows1252 = {
    0x20ac, 0,      0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017d, 0,      0,      0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
    0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0,      0x017e, 0x0178};

char32_t from_windows_1252(unsigned char byte) {
  if (byte < 0x80 || byte >= 0xa0) return byte;
  const char32_t c = kWindows1252[byte - 0x80];
  return c != 0 ? c : 0xfffd;
}

/// Length of the well-formed sequence at `position`, 0 if there is none (Unicode, table 3-7).
std::size_t sequence_length(std::string_view text, std::size_t position) {
  const auto byte = [&](std::size_t i) -> unsigned {
    return position + i < text.size() ? static_cast<unsigned char>(text[position + i]) : 0;
  };
  const auto is_tail = [&](std::size_t i) { return (byte(i) & 0xc0) == 0x80; };
  const unsigned lead = byte(0);
  if (lead < 0x80) return 1;
  if (lead >= 0xc2 && lead <= 0xdf) return is_tail(1) ? 2 : 0;
  if (lead >= 0xe0 && lead <= 0xef) {
    const unsigned low = lead == 0xe0 ? 0xa0 : 0x80;
    const unsigned high = lead == 0xed ? 0x9f : 0xbf;
    return byte(1) >= low && byte(1) <= high && is_tail(2) ? 3 : 0;
  }
  if (lead >= 0xf0 && lead <= 0xf4) {
    const unsigned low = lead == 0xf0 ? 0x90 : 0x80;
    const unsigned high = lead == 0xf4 ? 0x8f : 0xbf;
    return byte(1) >= low && byte(1) <= high && is_tail(2) && is_tail(3) ? 4 : 0;
  }
  return 0;
}

}  // namespace

std::string ascii_lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = ascii_lower(c);
  return out;
}

std::string ascii_upper(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = is_ascii_lower(c) ? static_cast<char>(c - 32) : c;
  return out;
}

bool equals_ignoring_case(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return ascii_lower(x) == ascii_lower(y); });
}

std::string_view trim(std::string_view text) {
  while (const std::size_t n = space_length(text)) text.remove_prefix(n);
  for (;;) {
    if (text.empty() || is_plain(text.back())) return text;
    std::size_t cut = 0;
    for (std::size_t n = 1; n <= 3 && n <= text.size() && cut == 0; ++n) {
      if (space_length(text.substr(text.size() - n)) == n) cut = n;
    }
    if (cut == 0) return text;
    text.remove_suffix(cut);
  }
}

// Bytes that no blank begins with: all letters but some that aren't ASCII.
constexpr std::array<bool, 256> kInsideWord = [] {
  std::array<bool, 256> inside{};
  for (int c = 0; c < 256; ++c) {
    const bool may_be_blank = c <= ' ' || c == 0xc2 || c == 0xe2 || c == 0xe3 || c == 0xef;
    inside[c] = !may_be_blank;
  }
  return inside;
}();

bool is_inside_word(char c) { return kInsideWord[static_cast<unsigned char>(c)]; }

void append_collapsed(std::string& out, std::string_view text) {
  const std::size_t begin = out.size();
  bool pending = false;
  while (!text.empty()) {
    if (const std::size_t n = space_length(text)) {
      pending = out.size() > begin;
      text.remove_prefix(n);
      continue;
    }
    if (pending) out.push_back(' ');
    pending = false;
    // At least one byte, and all that can't begin a blank or is one between two words.
    std::size_t n = 1;
    for (;;) {
      while (n < text.size() && is_inside_word(text[n])) ++n;
      if (n + 1 >= text.size() || text[n] != ' ' || !is_inside_word(text[n + 1])) break;
      n += 2;
    }
    out.append(text.substr(0, n));
    text.remove_prefix(n);
  }
}

std::string collapse_spaces(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  append_collapsed(out, text);
  return out;
}

std::size_t count_in(std::string_view text, std::string_view part) {
  std::size_t n = 0;
  for (std::size_t at = text.find(part); at != text.npos; at = text.find(part, at + part.size())) {
    ++n;
  }
  return n;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (;;) {
    const std::size_t end = text.find(separator);
    parts.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

std::string join(const std::vector<std::string>& parts, std::string_view separator) {
  std::string out;
  for (const std::string& part : parts) {
    if (&part != &parts.front()) out.append(separator);
    out.append(part);
  }
  return out;
}

bool is_valid_utf8(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    // Most text is ASCII for long stretches: eight bytes at a time.
    std::uint64_t eight = 0;
    if (text.size() - i >= sizeof eight) {
      std::memcpy(&eight, text.data() + i, sizeof eight);
      eight &= 0x8080808080808080u;
      if (eight == 0) {
        i += sizeof eight;
        continue;
      }
      if constexpr (std::endian::native == std::endian::little) {
        i += static_cast<std::size_t>(std::countr_zero(eight)) / 8;
      }
    }
    // Beyond ASCII, letters of two and three bytes come in words.
    do {
      const std::size_t n = sequence_length(text, i);
      if (n == 0) return false;
      i += n;
    } while (i < text.size() && static_cast<unsigned char>(text[i]) >= 0x80);
  }
  return true;
}

char32_t next_code_point(std::string_view text, std::size_t& position) {
  const std::size_t n = sequence_length(text, position);
  const auto byte = [&](std::size_t i) {
    return static_cast<char32_t>(static_cast<unsigned char>(text[position + i]));
  };
  char32_t c = 0xfffd;
  switch (n) {
    case 1: c = byte(0); break;
    case 2: c = (byte(0) & 0x1f) << 6 | (byte(1) & 0x3f); break;
    case 3: c = (byte(0) & 0x0f) << 12 | (byte(1) & 0x3f) << 6 | (byte(2) & 0x3f); break;
    case 4:
      c = (byte(0) & 0x07) << 18 | (byte(1) & 0x3f) << 12 | (byte(2) & 0x3f) << 6 |
          (byte(3) & 0x3f);
      break;
    default: break;
  }
  position += n == 0 ? 1 : n;
  return c;
}

void append_utf8(std::string& out, char32_t c) {
  if (c < 0x80) {
    out.push_back(static_cast<char>(c));
  } else if (c < 0x800) {
    out.push_back(static_cast<char>(0xc0 | c >> 6));
    out.push_back(static_cast<char>(0x80 | (c & 0x3f)));
  } else if (c < 0x10000) {
    out.push_back(static_cast<char>(0xe0 | c >> 12));
    out.push_back(static_cast<char>(0x80 | (c >> 6 & 0x3f)));
    out.push_back(static_cast<char>(0x80 | (c & 0x3f)));
  } else {
    out.push_back(static_cast<char>(0xf0 | c >> 18));
    out.push_back(static_cast<char>(0x80 | (c >> 12 & 0x3f)));
    out.push_back(static_cast<char>(0x80 | (c >> 6 & 0x3f)));
    out.push_back(static_cast<char>(0x80 | (c & 0x3f)));
  }
}

bool is_gershayim(std::string_view text, std::size_t position) {
  constexpr std::string_view kGershayim = "\u05f4";
  constexpr std::size_t kLetterLength = 2;
  if (position < kLetterLength || position >= text.size()) return false;
  const bool is_sign = text[position] == '"' || text.substr(position).starts_with(kGershayim);
  if (!is_sign) return false;
  std::size_t before = position - kLetterLength;
  std::size_t after = position + (text[position] == '"' ? 1 : kGershayim.size());
  return after < text.size() && is_hebrew_letter(next_code_point(text, before)) &&
         before == position && is_hebrew_letter(next_code_point(text, after));
}

std::string to_valid_utf8(std::string_view bytes, std::size_t* repaired) {
  std::string out;
  out.reserve(bytes.size());
  for (std::size_t i = 0; i < bytes.size();) {
    const std::size_t n = sequence_length(bytes, i);
    if (n == 0) {
      append_utf8(out, from_windows_1252(static_cast<unsigned char>(bytes[i])));
      if (repaired != nullptr) ++*repaired;
      ++i;
      continue;
    }
    if (bytes[i] != '\0') out.append(bytes.substr(i, n));
    i += n;
  }
  return out;
}

std::size_t count_code_points(std::string_view text) {
  // All bytes but those that continue a character, eight at a time.
  std::size_t tails = 0;
  std::size_t i = 0;
  for (std::uint64_t eight = 0; text.size() - i >= sizeof eight; i += sizeof eight) {
    std::memcpy(&eight, text.data() + i, sizeof eight);
    const std::uint64_t is_tail = eight >> 7 & ~eight >> 6 & 0x0101010101010101u;
    tails += is_tail * 0x0101010101010101u >> 56;
  }
  for (; i < text.size(); ++i) tails += (text[i] & 0xc0) == 0x80 ? 1 : 0;
  return text.size() - tails;
}

std::string_view utf8_prefix(std::string_view text, std::size_t max_bytes) {
  if (text.size() <= max_bytes) return text;
  while (max_bytes > 0 && (text[max_bytes] & 0xc0) == 0x80) --max_bytes;
  return text.substr(0, max_bytes);
}

std::u32string code_points_of(std::string_view text) {
  std::u32string out;
  for (std::size_t i = 0; i < text.size();) out.push_back(next_code_point(text, i));
  return out;
}

std::size_t edit_distance(std::string_view a, std::string_view b) {
  return edit_distance(code_points_of(a), code_points_of(b));
}

std::size_t edit_distance(std::u32string_view a, std::u32string_view b) {
  std::vector<std::vector<std::size_t>> d(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) d[i][0] = i;
  for (std::size_t j = 0; j <= b.size(); ++j) d[0][j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t change = a[i - 1] == b[j - 1] ? 0 : 1;
      d[i][j] = std::min({d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + change});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
      }
    }
  }
  return d[a.size()][b.size()];
}

std::string_view nearest_name(std::string_view name,
                              const std::vector<std::string_view>& candidates) {
  if (name.size() > 64) return {};
  std::string_view best;
  std::size_t least = std::min<std::size_t>(3, name.size() / 2 + 1);
  for (const std::string_view candidate : candidates) {
    const std::size_t distance = edit_distance(name, candidate);
    if (distance < least) {
      least = distance;
      best = candidate;
    }
  }
  return best;
}

}  // namespace news
