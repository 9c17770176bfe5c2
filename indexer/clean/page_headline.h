#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "indexer/clean/date_rows.h"
#include "indexer/clean/page_body.h"
#include "indexer/clean/page_line.h"

namespace news {

/// The line that is most likely the headline, by points: of title length, no sentence, repeated on
/// the page, before a row of dates, a byline or a paragraph, near the story. Looked for above the
/// story and in its first part, since teasers above a headline may look like the story's start;
/// there it needs a repetition, a date or a byline as witness. The end of a numbered path to the
/// page counts like a title. Nothing when no line has enough.
/// A line that is the `title` which metadata give is it in any case.
std::optional<std::size_t> find_headline(const std::vector<PageLine>& lines,
                                         const std::vector<LineMarks>& marks, const BodySpan& body,
                                         std::string_view title, DateRows& date_rows);

}  // namespace news
