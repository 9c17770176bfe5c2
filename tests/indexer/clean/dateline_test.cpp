#include "indexer/clean/dateline.h"

#include "tests/catch.h"

using namespace news;

namespace {

struct Case {
  std::string_view text;
  std::string_view place;
  std::string_view country;
  std::string_view agency;
  std::string_view rest;  ///< what the body keeps
};

void check(const Case& c, const std::optional<ReadDateline>& read) {
  INFO(c.text);
  REQUIRE(read.has_value());
  CHECK(read->dateline.place == c.place);
  CHECK(read->dateline.country == c.country);
  CHECK(read->dateline.agency == c.agency);
  CHECK(c.text.substr(read->length) == c.rest);
}

}  // namespace

TEST_CASE("Datelines of the wire services are taken off the story", "[dateline]") {
  const Case cases[] = {
      {"JERUSALEM, Feb 4 (Reuters) - Ships move.", "Jerusalem", "IL", "Reuters", "Ships move."},
      {"DETROIT (Reuters) - Ships move.", "Detroit", "US", "Reuters", "Ships move."},
      {"LIMA, Peru (AP) \u2014 Ships move.", "Lima", "PE", "AP", "Ships move."},
      {"SAN MATEO, Calif. (AP) \u2014 Ships move.", "San Mateo", "US", "AP", "Ships move."},
      {"Lima (AFP) - Ships move.", "Lima", "PE", "AFP", "Ships move."},
      {"PARIS, Feb 4, 2026 (AFP) - Ships move.", "Paris", "FR", "AFP", "Ships move."},
      {"Chicago [US], November 21 (ANI): Ships move.", "Chicago", "US", "ANI", "Ships move."},
      {"New Delhi [India], December 2 (ANI): Ships.", "New Delhi", "IN", "ANI", "Ships."},
      {"New Delhi [India], May 29: Ships move.", "New Delhi", "IN", "", "Ships move."},
      {"Mumbai [India], May 2 (ANI/GPRC): Ships.", "Mumbai", "IN", "ANI", "Ships."},
      {"Mumbai, Dec 9 (PTI) Ships move.", "Mumbai", "IN", "PTI", "Ships move."},
      {"Kolkata, Feb 4 (IANS) Ships move.", "Kolkata", "IN", "IANS", "Ships move."},
      {"BEIJING, Nov. 24 (Xinhua) -- Ships.", "Beijing", "CN", "Xinhua", "Ships."},
      {"LISBOA, 18 jun (Xinhua) -- Los barcos.", "Lisboa", "PT", "Xinhua", "Los barcos."},
      {"MOSCOW, October 4. /TASS/. Ships move.", "Moscow", "RU", "TASS", "Ships move."},
      {"Berlin (dpa) - Schiffe fahren.", "Berlin", "DE", "dpa", "Schiffe fahren."},
      {"Hamburg/Berlin (dpa/lno) \u2013 Schiffe.", "Hamburg", "DE", "dpa", "Schiffe."},
      {"NEW DELHI/LONDON, Feb 4 (Reuters) - Ships.", "New Delhi", "IN", "Reuters", "Ships."},
      {"KATHMANDU, Jan 12: Ships move.", "Kathmandu", "NP", "", "Ships move."},
      {"UNITED NATIONS, Feb 4 (Reuters) - Ships.", "United Nations", "", "Reuters", "Ships."},
      {"WASHINGTON \u2014 Ships move.", "Washington", "US", "", "Ships move."},
      {"NEW DELHI: Ships move.", "New Delhi", "IN", "", "Ships move."},
      {"Madrid, 4 feb (EFE).- Los barcos.", "Madrid", "ES", "EFE", "Los barcos."},
      {"(ANSA) - ROMA, 04 FEB - Le navi.", "Roma", "IT", "ANSA", "Le navi."},
      {"NAIROBI, Feb 4 (Lake Wire) - Ships move.", "Nairobi", "KE", "Lake Wire", "Ships move."},
      {"Wien \u2013 Die Schiffe fahren.", "Wien", "AT", "", "Die Schiffe fahren."},
      {"RIO DE JANEIRO, Feb 26 - Ships.", "Rio de Janeiro", "BR", "", "Ships."},
  };
  for (const Case& c : cases) check(c, read_dateline(c.text));
}

TEST_CASE("Marked datelines of 1987 are understood", "[dateline]") {
  const Case cases[] = {
      {"    SALVADOR, Feb 26 - ", "Salvador", "BR", "", ""},
      {"    NEW YORK, march 2 - ", "New York", "US", "", ""},
      {"    MONTREAL, Feb 26-", "Montreal", "CA", "", ""},
      {"    SAN MATEO, Calif., March 8 - ", "San Mateo", "US", "", ""},
      {"    VANCOUVER, British Columbia, Feb 26 -", "Vancouver", "CA", "", ""},
      {"    WOLFSBURG, West Germany, April 3 - ", "Wolfsburg", "DE", "", ""},
      {"    Toronto, Feb 26 -", "Toronto", "CA", "", ""},
      {"    WASHINGTON, D.C., April 1 -", "Washington", "US", "", ""},
      {"     Caracas, feb 26 - ", "Caracas", "VE", "", ""},
      {"    NEW YORK, FEb 26 - ", "New York", "US", "", ""},
      {"    RIO DE JANEIRO, Feb 26 - Brazil's \"Cruzado\" anti- ", "Rio de Janeiro", "BR", "",
       "Brazil's \"Cruzado\" anti- "},
      {"LIMA 1996-08-20", "Lima", "PE", "", ""},
      {"LIMA, Peru (AP) ", "Lima", "PE", "AP", ""},
      {"LIMA, Feb. 3", "Lima", "PE", "", ""},
  };
  for (const Case& c : cases) check(c, read_marked_dateline(c.text));
}

TEST_CASE("A story that just starts keeps all its words", "[dateline]") {
  for (const std::string_view text :
       {"The minister said - and he meant it - that ships move.",
        "Washington said on Monday that ships move.",
        "On Monday, Feb 4 - a cold day - ships moved.", "BREAKING - Ships move.",
        "London: a city of ships.", "Paris - so they say - is lovely.", "Ships, May 4: a list.",
        "U.S. President Roe said.", "IBM - the maker of machines - said.",
        "Mr. Roe (62) - a sailor - said.", "WASHINGTON", "In March (AP) ships moved."}) {
    INFO(text);
    CHECK_FALSE(read_dateline(text).has_value());
  }
}

TEST_CASE("An unknown outlet between date and dash is part of the dateline", "[clean]") {
  const auto read =
      read_dateline("SEOUL, Jan 22 (Han River Times) - Advertisers must mark pictures.");
  REQUIRE(read);
  CHECK(read->dateline.place == "Seoul");
  CHECK(read->dateline.agency == "Han River Times");
  CHECK_FALSE(read_dateline("SEOUL, Jan 22 (the second of two) was a day of rest."));
}
