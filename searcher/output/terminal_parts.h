#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "searcher/match/answer.h"
#include "searcher/output/terminal_output.h"

namespace news {

/// Stands beside text that was stripped from an article's page.
inline constexpr std::string_view kOtherLabel = "[zone:other]";

/// Facets as lists, most frequent first; of a long one the first values.
std::string facets_text(const Answer& answer, const TerminalStyle& style);

/// A timeline as bars with the share of all articles beside each.
std::string timeline_text(const Answer& answer, const TerminalStyle& style);

/// Columns of the widest keyword among all snippets: what `context_text` makes room for.
std::size_t widest_keyword(const Answer& answer);

/// The snippets of a hit as keywords in context, the keyword of each starting in one column.
std::string context_text(const Hit& hit, std::size_t keyword_width, const TerminalStyle& style);

/// "LIMA, Feb 4 · 2026-02-04 · Reuters · PE": what is known of where an article comes from.
std::string origin_line(const Article& article, const TerminalStyle& style);

/// "Also Reuters 2026-02-04; example.org": who else has the story, and since when.
std::string copies_line(const Hit& hit, const TerminalStyle& style);

}  // namespace news
