#pragma once

#include <string_view>

namespace news {

/// The word at the start of `text` with its inner points, dashes and apostrophes: "St.",
/// "Winston-Salem", "d'Alene". "" when none starts there.
std::string_view dateline_word(std::string_view text);

/// Small words inside names of places: "de", "la", "upon".
bool is_place_particle(std::string_view word);

/// "Monday" to "Sunday", in any case.
bool is_weekday(std::string_view word);

/// Words that open sentences, never names of places: "In", "On", "By".
bool is_opening_word(std::string_view word);

}  // namespace news
