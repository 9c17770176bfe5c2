#pragma once

#include <cstddef>
#include <vector>

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
  bool is_repeated = false;  ///< the same text stands on this page again
};

/// Marks every line on its own and by its repetition on the page.
std::vector<LineMarks> mark_lines(const std::vector<PageLine>& lines);

/// The run of paragraphs with most words. Runs end at a cue for the end of the story once it has
/// two paragraphs, and where too many other lines follow one another. Runs that an end cue parted
/// are one when the second goes on soon after, without a new date or byline.
BodySpan find_body(const std::vector<PageLine>& lines, const std::vector<LineMarks>& marks);

}  // namespace news
