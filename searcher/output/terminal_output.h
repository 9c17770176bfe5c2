#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "searcher/match/answer.h"
#include "searcher/query/date_expression.h"

namespace news {

/// How answers are shown to people.
struct TerminalStyle {
  std::size_t width = 80;
  bool colour = false;
  Clock clock;               ///< the zone that times are shown in
  std::string zone = "UTC";  ///< its name, put after times
  std::string order = "best first";
  bool in_context = false;  ///< snippets are keywords in context: align them
};

/// An answer for people: how many, notices, hits, facets, timeline. Nothing from an article can
/// steer the terminal.
std::string answer_text(const Answer& answer, const TerminalStyle& style);

/// A whole article for people, paragraphs wrapped.
std::string article_text(const Article& article, const TerminalStyle& style);

/// What an answer has to say beside its hits, a line each: relaxed, undated, a suggestion.
std::string notices_text(const Answer& answer);

}  // namespace news
