#pragma once

#include <cstddef>
#include <vector>

#include "indexer/clean/date_rows.h"
#include "indexer/clean/page_cues.h"
#include "indexer/clean/page_line.h"

namespace news {

/// Where the story's paragraphs are: indexes of its first and last sentence-like line.
struct BodySpan {
  bool found = false;
  std::size_t first = 0;
  std::size_t last = 0;
};

/// Marks of each line that the zones are made from; one entry a line.
struct LineMarks {
  Cue cue = Cue::None;
  bool is_paragraph = false;  ///< sentence-like, and of the story as far as the line tells
  bool is_page_talk = false;
  bool is_caption = false;
  bool is_repeated = false;      ///< the same text stands on this page again
  bool has_credit = false;       ///< a picture's, somewhere in it
  bool is_repeated_far = false;  ///< and not only within a few lines, as in a list of links
  bool is_apart = false;         ///< by mark-up: a menu, a share bar, a list of links
  bool is_doubled = false;       ///< and all of it side by side: the two texts of a picture
};

/// Marks every line on its own and by its repetition on the page.
std::vector<LineMarks> mark_lines(const std::vector<PageLine>& lines);

/// The stretch of lines with the best balance: the words of paragraphs count for it, every other
/// line against it, most of all a cue that the story is over and, after some paragraphs, a new
/// date or byline. So a story holds together across a box of links, and lists of teasers, with a
/// title to each sentence, don't add up.
BodySpan find_body(const std::vector<PageLine>& lines, const std::vector<LineMarks>& marks,
                   DateRows& date_rows);

}  // namespace news
