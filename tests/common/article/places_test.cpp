#include "common/article/places.h"

#include "tests/catch.h"

using namespace news;

TEST_CASE("A city in a dateline is the one that newsrooms mean", "[places]") {
  const std::pair<std::string_view, std::string_view> cases[] = {
      {"WASHINGTON", "US"},     {"NEW YORK", "US"},       {"GENEVA", "CH"},
      {"KYIV", "UA"},           {"KIEV", "UA"},           {"DAVOS", "CH"},
      {"BENGALURU", "IN"},      {"HAMILTON", "BM"},       {"SAN JUAN", "PR"},
      {"SALVADOR", "BR"},       {"PANMUNJOM", "KR"},      {"THE HAGUE", "NL"},
      {"UNITED NATIONS", ""},   {"London", "GB"},         {"PEKING", "CN"},
      {"BOMBAY", "IN"},         {"KATHMANDU", "NP"},      {"Beijing", "CN"},
      {"SAO PAULO", "BR"},      {"S\u00e3o Paulo", "BR"}, {"ST. LOUIS", "US"},
      {"DUESSELDORF", "DE"},    {"M\u00fcnchen", "DE"},   {"CAIRO", "EG"},
      {"RIO DE JANEIRO", "BR"}, {"MOSCOW", "RU"},         {"JERUSALEM", "IL"},
      {"RAMALLAH", "PS"},       {"Lima", "PE"},           {"TAIPEI", "TW"},
      {"NAYPYITAW", "MM"},      {"Jakarta", "ID"}};
  for (const auto& [city, country] : cases) {
    INFO(city);
    const auto found = city_country(city);
    REQUIRE(found.has_value());
    CHECK(*found == country);
  }
  CHECK_FALSE(city_country("Nowhereville").has_value());
}

TEST_CASE("Regions after a comma name the country", "[places]") {
  const std::pair<std::string_view, std::string_view> cases[] = {
      {"Calif.", "US"}, {"N.Y.", "US"},  {"Texas", "US"}, {"Alberta", "CA"},
      {"B.C.", "CA"},   {"MINN.", "US"}, {"Japan", "JP"}, {"West Germany", "DE"},
      {"Conn", "US"},   {"W.Va.", "US"}};
  for (const auto& [region, country] : cases) {
    INFO(region);
    CHECK(region_country(region).value_or("-") == country);
  }
  CHECK_FALSE(region_country("Monday").has_value());
}

TEST_CASE("A place in capitals is written as readers write it", "[places]") {
  CHECK(place_from_capitals("SALVADOR") == "Salvador");
  CHECK(place_from_capitals("NEW YORK") == "New York");
  CHECK(place_from_capitals("RIO DE JANEIRO") == "Rio de Janeiro");
  CHECK(place_from_capitals("DAR ES SALAAM") == "Dar es Salaam");
  CHECK(place_from_capitals("WINSTON-SALEM") == "Winston-Salem");
  CHECK(place_from_capitals("COEUR D'ALENE") == "Coeur d'Alene");
  CHECK(place_from_capitals("ST. LOUIS") == "St. Louis");
  CHECK(place_from_capitals("THE HAGUE") == "The Hague");
  CHECK(place_from_capitals("\u041c\u041e\u0421\u041a\u0412\u0410") ==
        "\u041c\u043e\u0441\u043a\u0432\u0430");
  CHECK(place_from_capitals("McLean") == "McLean");
}
