#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "common/article/article.h"

namespace news {

/// A dateline and how much of the text it takes.
struct ReadDateline {
  Dateline dateline;
  std::size_t length = 0;         ///< bytes up to the first word of the story
  std::string_view country_rule;  ///< "in brackets", "region", or as `locate` says
};

/// Reads a dateline off the start of a story: PLACE[ [COUNTRY]][, REGION][, DATE][ (AGENCY)] and a
/// dash or colon; "(AGENCY) - " and "DATE (AGENCY) - " without a place; and the ways of Chinese,
/// Japanese and Korean papers. Cautious, since whatever it takes leaves the body: apart from a
/// place it wants an agency or a date, or a known city in capitals; a city in small letters also
/// needs a dash and a capital after it. Nothing when the story just starts.
std::optional<ReadDateline> read_dateline(std::string_view text);

/// Reads text that its format marks as dateline ("    SALVADOR, Feb 26 - "). Here a place alone is
/// enough, and one before a dash needs a date, an agency or a known city. Text behind the dash is
/// the story's: see `length`.
std::optional<ReadDateline> read_marked_dateline(std::string_view text);

}  // namespace news
