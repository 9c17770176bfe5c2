#include "indexer/clean/url_date.h"

#include "tests/catch.h"

using namespace news;

TEST_CASE("The day in an address is read, other figures are not", "[dates]") {
  const std::pair<std::string_view, std::string_view> cases[] = {
      {"https://ex.test/2026/02/04/port-opens", "2026-02-04"},
      {"https://ex.test/world/2026-02-04-port", "2026-02-04"},
      {"https://ex.test/20260204/port.html", "2026-02-04"},
      {"https://ex.test/a/20260204-port", "2026-02-04"},
      {"https://ex.test/2026/02/04/port-2026-02-04", "2026-02-04"},
      {"https://ex.test/2026/02/04/port-2026-02-05", ""},
      {"https://ex.test/2026/02/port", ""},
      {"https://ex.test/id-2026020412", ""},
      {"https://ex.test/2026/13/04/port", ""},
      {"https://ex.test/1899/02/04/port", ""},
      {"https://ex.test/port?d=2026/02/04", ""},
      {"https://2026-02-04.test/", ""},
      {"", ""}};
  for (const auto& [address, day] : cases) {
    INFO(address);
    const auto found = day_in_address(address);
    CHECK((found ? format_iso8601(to_unix(*found), Precision::Day) : "") == day);
  }
}
