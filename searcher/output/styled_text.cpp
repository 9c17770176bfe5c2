#include "searcher/output/styled_text.h"

#include <algorithm>

#include "common/base/terminal_text.h"
#include "common/base/text.h"

namespace news {
namespace {

std::string_view escape_of(Ink ink) {
  switch (ink) {
    case Ink::Bold:
      return "\x1b[1m";
    case Ink::Faint:
      return "\x1b[2m";
    case Ink::Match:
      return "\x1b[33m";
    case Ink::BoldMatch:
      return "\x1b[1;33m";
    default:
      return "";
  }
}

bool is_blank(const Glyph& glyph) { return glyph.text == " "; }

/// Where the line that starts at `begin` ends, at most `width` columns on.
std::size_t line_end(const Glyphs& glyphs, std::size_t begin, std::size_t width) {
  std::size_t used = 0;
  std::size_t cut = begin;
  for (std::size_t i = begin; i < glyphs.size(); ++i) {
    used += static_cast<std::size_t>(glyphs[i].width);
    if (is_blank(glyphs[i])) cut = i;
    if (used > width) {
      if (cut > begin) return cut;
      return std::max(i, begin + 1);
    }
    const bool wide_next = i + 1 < glyphs.size() && glyphs[i + 1].width == 2;
    if (glyphs[i].width == 2 || wide_next) cut = i + 1;
  }
  return glyphs.size();
}

}  // namespace

Glyphs make_glyphs(std::string_view text, Ink ink, const Highlights& highlights, Ink match) {
  Glyphs glyphs;
  auto next = highlights.begin();
  std::size_t index = 0;
  for (std::size_t i = 0; i < text.size(); ++index) {
    const std::size_t start = i;
    const char32_t c = next_code_point(text, i);
    while (next != highlights.end() && next->second <= index) ++next;
    const bool hot = next != highlights.end() && next->first <= index;
    std::string safe = terminal_safe(text.substr(start, i - start));
    if (safe.empty()) continue;
    const int width = safe == " " ? 1 : display_width(c);
    if (width == 0 && !glyphs.empty()) {
      glyphs.back().text += safe;
    } else {
      glyphs.push_back({std::move(safe), width, hot ? match : ink});
    }
  }
  return glyphs;
}

std::vector<Glyphs> wrap(const Glyphs& glyphs, std::size_t width) {
  std::vector<Glyphs> lines;
  std::size_t begin = 0;
  while (begin < glyphs.size()) {
    const std::size_t end = line_end(glyphs, begin, std::max<std::size_t>(width, 2));
    lines.emplace_back(glyphs.begin() + static_cast<std::ptrdiff_t>(begin),
                       glyphs.begin() + static_cast<std::ptrdiff_t>(end));
    while (!lines.back().empty() && is_blank(lines.back().back())) lines.back().pop_back();
    begin = end;
    while (begin < glyphs.size() && is_blank(glyphs[begin])) ++begin;
  }
  if (lines.empty()) lines.emplace_back();
  return lines;
}

std::size_t width_of(const Glyphs& glyphs) {
  std::size_t width = 0;
  for (const Glyph& glyph : glyphs) width += static_cast<std::size_t>(glyph.width);
  return width;
}

std::string render(const Glyphs& glyphs, bool colour) {
  std::string out;
  Ink ink = Ink::Plain;
  const auto change = [&](Ink to) {
    if (!colour || to == ink) return;
    if (ink != Ink::Plain) out += "\x1b[0m";
    out += escape_of(to);
    ink = to;
  };
  for (const Glyph& glyph : glyphs) {
    change(glyph.ink);
    out += glyph.text;
  }
  change(Ink::Plain);
  return out;
}

std::string paint(std::string_view text, Ink ink, bool colour) {
  return render(make_glyphs(text, ink), colour);
}

}  // namespace news
