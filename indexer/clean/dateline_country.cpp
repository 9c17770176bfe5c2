#include "indexer/clean/dateline_country.h"

#include "common/article/countries.h"
#include "common/article/places.h"
#include "common/base/text.h"
#include "indexer/clean/letter_case.h"

namespace news {

std::string_view locate(Dateline& dateline) {
  const auto city = city_country(dateline.place);
  const auto all = place_countries(dateline.place);
  if (city || !all.empty()) {
    dateline.country = city ? *city : all.front();
    for (const std::string_view country : all) {
      if (country != dateline.country) dateline.other_countries.emplace_back(country);
    }
    return dateline.country.empty() ? "" : "city";
  }
  if (const auto code = country_code(dateline.place); code && dateline.place.size() > 3) {
    dateline.country = *code;
    return "name of a country";
  }
  dateline.country = country_of_joined_place(dateline.place);
  return dateline.country.empty() ? "" : "country before the city";
}

std::string country_of_joined_place(std::string_view place) {
  if (!has_east_letter(place)) return {};
  for (std::size_t i = 0; i < place.size();) {
    next_code_point(place, i);
    // Names of countries have two letters at least.
    if (i < 6 || i >= place.size()) continue;
    const auto country = country_code(place.substr(0, i));
    const auto city = city_country(place.substr(i));
    if (country && (!city || *city == *country)) return *country;
  }
  return {};
}

}  // namespace news
