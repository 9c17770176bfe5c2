#include "common/base/civil_time.h"

#include "tests/catch.h"

using namespace news;

namespace {
std::string round_trip(std::string_view text) {
  const auto parsed = parse_iso8601(text);
  return parsed ? format_iso8601(parsed->to_unix(), parsed->precision) : "none";
}
}  // namespace

TEST_CASE("parse_iso8601 keeps what was known and no more", "[time]") {
  CHECK(round_trip("2026") == "2026");
  CHECK(round_trip("2026-02") == "2026-02");
  CHECK(round_trip("2026-02-04") == "2026-02-04");
  CHECK(round_trip("20260204") == "2026-02-04");
  CHECK(round_trip("2026-02-04T15:40:00+05:30") == "2026-02-04T10:10:00Z");
  CHECK(round_trip("2026-02-04 15:40:00") == "2026-02-04T15:40:00Z");
  CHECK(round_trip("20260204T101000Z") == "2026-02-04T10:10:00Z");
  CHECK(round_trip("2026-02-04T15:40:00.000-0500") == "2026-02-04T20:40:00Z");
  CHECK(round_trip("1899-12-31T23:59:59Z") == "1899-12-31T23:59:59Z");
}

TEST_CASE("parse_iso8601 refuses days that don't exist and text around a date", "[time]") {
  for (const char* text : {"2026-13-40", "2026-02-30", "2026-2-4", "2026-02-04T25:00", "4 Feb 2026",
                           "2026-02-04x", "", "None", "202", "2026-02-04T10:10+99:00"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_iso8601(text).has_value());
  }
}

TEST_CASE("end_of finds the end of months and leap years", "[time]") {
  const UnixSeconds feb = to_unix({2024, 2, 1, 0, 0, 0});
  CHECK(format_iso8601(end_of(feb, Precision::Month), Precision::Day) == "2024-03-01");
  CHECK(format_iso8601(end_of(feb, Precision::Day), Precision::Day) == "2024-02-02");
}
