#include "indexer/reader/kicker.h"

#include "tests/catch.h"

using namespace news;

TEST_CASE("A title that is joined in two ways has a kicker", "[reader]") {
  const char* whole = "Fire in Leeds: Man held after a chase";
  CHECK(behind_kicker(whole, "Fire in Leeds Man held after a chase") == "Man held after a chase");
  CHECK(behind_kicker("Fire in Leeds - Man held after a chase", whole) == "Man held after a chase");
  CHECK(behind_kicker("\"Get out\": Man held after a chase", "\"Get out\"Man held after a chase") ==
        "Man held after a chase");
}

TEST_CASE("Other titles have none", "[reader]") {
  const char* whole = "Fire in Leeds: Man held after a chase";
  CHECK(behind_kicker(whole, whole).empty());
  CHECK(behind_kicker(whole, "").empty());
  CHECK(behind_kicker(whole, "Fire in York: Man held after a chase").empty());
  // Nothing is left that could be a title.
  CHECK(behind_kicker("Man held after a chase: Leeds", "Man held after a chase - Leeds").empty());
  // Quotes differ, colons don't.
  CHECK(behind_kicker("The council\u2019s ferries stay", "The council's ferries stay").empty());
  CHECK(behind_kicker(":", "").empty());
}
