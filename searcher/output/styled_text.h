#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/output/hit_fields.h"

namespace news {

/// How a terminal shows text.
enum class Ink { Plain, Bold, Faint, Match, BoldMatch };

/// One character as shown: safe for a terminal, its columns, and its ink.
struct Glyph {
  std::string text;
  int width = 1;
  Ink ink = Ink::Plain;
};

/// Text to lay out on a terminal.
using Glyphs = std::vector<Glyph>;

/// `text` in `ink`, and what `highlights` covers (code points of `text`) in `match`. Characters
/// that would steer the terminal are left out; line ends and tabs are blanks. `text` is valid
/// UTF-8.
Glyphs make_glyphs(std::string_view text, Ink ink, const Highlights& highlights = {},
                   Ink match = Ink::Match);

/// Lines of at most `width` columns, cut at blanks, before or after wide characters, or where
/// nothing else is possible. At least one line.
std::vector<Glyphs> wrap(const Glyphs& glyphs, std::size_t width);

/// Columns of the glyphs on one line.
std::size_t width_of(const Glyphs& glyphs);

/// The glyphs as bytes, with escape sequences for the ink only if `colour`.
std::string render(const Glyphs& glyphs, bool colour);

/// `text` in `ink`, safe for a terminal.
std::string paint(std::string_view text, Ink ink, bool colour);

}  // namespace news
