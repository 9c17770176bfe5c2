#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace news {

/// The country that a newsroom means by a city in a dateline: "WASHINGTON" US, "Kiev" UA. "" for a
/// place that is in no country ("UNITED NATIONS"); nothing for a name not in the table. Where towns
/// share a name the one that makes news wins: an override list, then capitals, then population.
/// Case and accents don't matter. The view lives as long as the program.
std::optional<std::string_view> city_country(std::string_view name);

/// Every country that has a place so called, the most likely first, towns down to 15,000 people
/// among them: "Hamilton" BM, CA, NZ. Empty for an unknown name and for places in no country.
std::vector<std::string_view> place_countries(std::string_view name);

/// The country of a region as it stands after a comma in a dateline: "Calif.", "Texas", "B.C.",
/// "Northern Ireland", "Japan". Nothing when it is no region.
std::optional<std::string> region_country(std::string_view name);

/// A place in capitals as a reader would write it: "RIO DE JANEIRO" -> "Rio de Janeiro". Text that
/// has small letters comes back as it is.
std::string place_from_capitals(std::string_view text);

}  // namespace news
