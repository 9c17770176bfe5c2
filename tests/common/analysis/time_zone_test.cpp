#include "common/analysis/time_zone.h"

#include "tests/catch.h"

using namespace news;

TEST_CASE("TimeZone knows offsets and names, not abbreviations", "[time_zone]") {
  CHECK(TimeZone::find("UTC")->is_utc());
  CHECK(TimeZone::find("+00:00")->is_utc());
  CHECK_FALSE(TimeZone::find("IST").has_value());
  CHECK_FALSE(TimeZone::find("Europe/Atlantis").has_value());
  CHECK(TimeZone::find("+05:30")->to_utc({2026, 2, 4, 15, 40, 0}) ==
        to_unix({2026, 2, 4, 10, 10, 0}));
}

TEST_CASE("TimeZone follows summer time", "[time_zone]") {
  const TimeZone paris = *TimeZone::find("Europe/Paris");
  CHECK(paris.to_utc({2026, 7, 1, 12, 0, 0}) == to_unix({2026, 7, 1, 10, 0, 0}));
  CHECK(paris.to_utc({2026, 1, 1, 12, 0, 0}) == to_unix({2026, 1, 1, 11, 0, 0}));
  CHECK(paris.to_local(to_unix({2026, 7, 1, 22, 30, 0})).day == 2);
}
