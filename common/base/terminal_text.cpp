#include "common/base/terminal_text.h"

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
    } else if (!is_control(c) && !is_bidi_control(c)) {
      out.append(text.substr(start, i - start));
    }
  }
  return out;
}

}  // namespace news
