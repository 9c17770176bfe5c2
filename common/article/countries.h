#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace news {

/// A country or territory of ISO 3166-1, and Kosovo (XK).
struct Country {
  std::string_view code;    ///< alpha-2: "GB"
  std::string_view alpha3;  ///< "GBR"
  std::string_view name;    ///< short English name: "United Kingdom"
};

/// All countries, ordered by code. The views live as long as the program.
const std::vector<Country>& all_countries();

/// The ISO code for a code, an English name, a usual other name or a name in any language that CLDR
/// knows, in any case, with blanks or dashes: "gb", "United Kingdom", "uk", "ivory-coast", "Burma",
/// "Deutschland". Codes of three letters only in capitals. Nothing for any other text.
std::optional<std::string> country_code(std::string_view name);

/// English name of an ISO code; "" if there is no such code.
std::string_view country_name(std::string_view code);

}  // namespace news
