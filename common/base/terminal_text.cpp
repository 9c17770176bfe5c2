#include "common/base/terminal_text.h"

#include <cstdio>

#include "common/base/text.h"

namespace news {
namespace {

bool is_line_or_tab(char32_t c) {
  return (c >= 0x09 && c <= 0x0d) || c == 0x85 || c == 0x2028 || c == 0x2029;
}

bool is_control(char32_t c) { return c < 0x20 || (c >= 0x7f && c <= 0x9f); }

/// The Unicode property Bidi_Control: these reorder what a reader sees of the lines around them.
bool is_bidi_control(char32_t c) {
  return c == 0x61c || c == 0x200e || c == 0x200f || (c >= 0x202a && c <= 0x202e) ||
         (c >= 0x2066 && c <= 0x2069);
}

bool steers_terminal(char32_t c) { return is_control(c) || is_bidi_control(c); }

/// Where the first byte is that may begin a character that steers a terminal and that JSON allows.
std::size_t suspect(std::string_view json, std::size_t from) {
  // DEL; U+0080 to U+00BF; U+0600 to U+063F; U+2000 to U+2FFF.
  return json.find_first_of("\x7f\xc2\xd8\xe2", from);
}

}  // namespace

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t i = 0; i < text.size();) {
    width += static_cast<std::size_t>(display_width(next_code_point(text, i)));
  }
  return width;
}

std::string terminal_safe(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t start = i;
    const char32_t c = next_code_point(text, i);
    if (is_line_or_tab(c)) {
      out.push_back(' ');
    } else if (!steers_terminal(c)) {
      out.append(text.substr(start, i - start));
    }
  }
  return out;
}

std::string terminal_safe_lines(std::string_view text) {
  const std::string valid = to_valid_utf8(text);
  std::string out;
  for (const std::string_view line : split(valid, '\n')) out += terminal_safe(line) + "\n";
  out.pop_back();
  return out;
}

std::string terminal_safe_json(std::string json) {
  std::size_t at = suspect(json, 0);
  if (at == std::string::npos) return json;
  std::string out;
  std::size_t copied = 0;
  for (; at != std::string::npos; at = suspect(json, at)) {
    const std::size_t start = at;
    const char32_t c = next_code_point(json, at);
    if (!steers_terminal(c)) continue;
    out.append(json, copied, start - copied);
    char escape[8];
    std::snprintf(escape, sizeof escape, "\\u%04x", static_cast<unsigned>(c));
    out += escape;
    copied = at;
  }
  return out.append(json, copied);
}

}  // namespace news
