#include "indexer/reader/text_repair.h"

#include <algorithm>
#include <cstring>
#include <iterator>
#include <utility>

#include "common/base/byte_masks.h"
#include "common/base/text.h"

namespace news {

namespace {

thread_local std::uint64_t repairs = 0;

/// The byte that Windows-1252 writes a character as; 0 for characters that it doesn't have.
unsigned char windows_byte(char32_t c) {
  static constexpr char32_t kHigh[] = {
      0x20ac, 0x81,   0x201a, 0x192,  0x201e, 0x2026, 0x2020, 0x2021, 0x2c6,  0x2030, 0x160,
      0x2039, 0x152,  0x8d,   0x17d,  0x8f,   0x90,   0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
      0x2013, 0x2014, 0x2dc,  0x2122, 0x161,  0x203a, 0x153,  0x9d,   0x17e,  0x178};
  if (c >= 0xa0 && c < 0x100) return static_cast<unsigned char>(c);
  const auto* found = std::find(std::begin(kHigh), std::end(kHigh), c);
  return found == std::end(kHigh) ? 0 : static_cast<unsigned char>(0x80 + (found - kHigh));
}

/// The character whose UTF-8 was read as Windows-1252 at `position`, which moves past it; 0 when
/// the text there is what it seems.
char32_t twice_encoded(std::string_view text, std::size_t& position) {
  std::size_t at = position;
  std::string bytes;
  std::size_t wanted = 1;
  while (bytes.size() < wanted && at < text.size()) {
    const unsigned char byte = windows_byte(next_code_point(text, at));
    if (bytes.empty()) {
      wanted = byte >= 0xc2 && byte < 0xe0   ? 2
               : byte >= 0xe0 && byte < 0xf0 ? 3
               : byte >= 0xf0                ? 4
                                             : 0;
      if (wanted == 0) return 0;
    } else if (byte < 0x80 || byte > 0xbf) {
      return 0;
    }
    bytes.push_back(static_cast<char>(byte));
  }
  if (bytes.size() != wanted || !is_valid_utf8(bytes)) return 0;
  std::size_t none = 0;
  position = at;
  return next_code_point(bytes, none);
}

/// Whether a text may hold what `repair_mojibake` repairs: one of its usual first characters,
/// before another that isn't ASCII.
bool may_be_mojibake(std::string_view text) {
  for (std::size_t i = text.find('\xc3'); i != std::string_view::npos && i + 2 < text.size();
       i = text.find('\xc3', i + 1)) {
    const auto next = static_cast<unsigned char>(text[i + 1]);
    const bool is_lead =
        next == 0x82 || next == 0x83 || next == 0xa2 || next == 0x90 || next == 0x91;
    if (is_lead && static_cast<unsigned char>(text[i + 2]) >= 0xc2) return true;
  }
  return false;
}

bool is_plain(char c) {
  return (static_cast<unsigned char>(c) >= 0x20 && c != '\x7f') || c == '\n' || c == '\t';
}

/// How much of a text comes before the first control character but line breaks and tabs.
std::size_t plain_length(std::string_view text) {
  std::size_t i = 0;
  for (std::uint64_t eight = 0; text.size() - i >= sizeof eight; i += sizeof eight) {
    std::memcpy(&eight, text.data() + i, sizeof eight);
    if (bytes_that_are(eight, 0x7f) != 0 || has_controls_but_breaks(eight)) break;
  }
  while (i < text.size() && is_plain(text[i])) ++i;
  return i;
}

}  // namespace

std::uint64_t mojibake_repairs() { return repairs; }

std::string repair_mojibake(std::string text) {
  if (!may_be_mojibake(text)) return text;
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    if (static_cast<unsigned char>(text[i]) < 0x80) {
      out.push_back(text[i++]);
    } else if (const char32_t meant = twice_encoded(text, i)) {
      append_utf8(out, meant);
    } else if (std::string_view(text).substr(i, 5) == "\u00e2\u20ac") {
      // Byte 9d has no character in Windows-1252, so a closing quote loses its end.
      out += "\u201d";
      i += 5;
    } else {
      const std::size_t begin = i;
      next_code_point(text, i);
      out.append(text, begin, i - begin);
    }
  }
  if (out.size() != text.size()) ++repairs;
  return out;
}

std::string clean_text(std::string_view bytes) {
  if (bytes.substr(0, 3) == "\xef\xbb\xbf") bytes.remove_prefix(3);
  std::string text = is_valid_utf8(bytes) ? std::string(bytes) : to_valid_utf8(bytes);
  // Most texts have nothing to take out up to here.
  std::size_t end = plain_length(text);
  for (std::size_t i = end; i < text.size(); ++i) {
    const char c = text[i];
    if (static_cast<unsigned char>(c) >= 0x20 && c != '\x7f') {
      text[end++] = c;
    } else if (c == '\r' || c == '\f' || c == '\v') {
      if (c == '\r' && i + 1 < text.size() && text[i + 1] == '\n') continue;
      text[end++] = '\n';
    } else if (c == '\n' || c == '\t') {
      text[end++] = c;
    }
  }
  text.resize(end);
  return repair_mojibake(std::move(text));
}

}  // namespace news
