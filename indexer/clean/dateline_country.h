#pragma once

#include <string>
#include <string_view>

#include "common/article/article.h"

namespace news {

/// Fills in the country that a dateline's place most likely means and the others that it may mean.
/// Returns the rule: "city", "name of a country"; "" when the place is in none or unknown.
std::string_view locate(Dateline& dateline);

/// The country at the front of a place written without blanks: "印尼雅加达" ID. "" for any other.
std::string country_of_joined_place(std::string_view place);

}  // namespace news
