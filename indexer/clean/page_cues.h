#pragma once

#include <string_view>

#include "indexer/clean/page_line.h"

namespace news {

/// What a short line announces, whatever the site.
enum class Cue {
  None,
  End,        ///< the story is over: "TRENDING", "Most read", "Comments"
  Aside,      ///< links to other stories, maybe in the middle: "Also read", "Lire aussi"
  Furniture,  ///< advertisements, share bars, newsletters: dropped where they stand
  Countries,  ///< a list of countries follows: "Country:"
  Tags,       ///< a list of key words follows
  Machine,    ///< a summary made by a machine follows: "Key takeaways", "AI summary"
};

/// The cue that a line gives by its first words, in any of the languages of the table.
Cue line_cue(const PageLine& line);

/// True for "By Jane Doe", "Von ...", "Par ...", "di ...", when short.
bool is_byline(const PageLine& line);

/// True for short lines that tell when or how long, without a date: "5 hours ago", "vor 3 Stunden",
/// "2 min read", "Lesezeit: 4 Minuten".
bool is_time_note(const PageLine& line);

/// The names behind the opening word of a byline, still as one text; "" if there is none.
std::string_view byline_names(std::string_view text);

/// True when a line bears the marks of a picture's credit: "Photo:", "(AP Photo/...)", "©".
bool has_picture_credit(std::string_view text);

}  // namespace news
