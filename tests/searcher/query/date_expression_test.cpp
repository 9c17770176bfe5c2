#include "searcher/query/date_expression.h"

#include <string>

#include "common/base/error.h"
#include "searcher/query/number_range.h"
#include "tests/catch.h"

namespace {

/// 2026-03-31T22:30:00Z, which is already April in India.
news::Clock utc_clock() {
  news::Clock clock;
  clock.now = news::to_unix({2026, 3, 31, 22, 30, 0});
  return clock;
}

news::Clock india_clock() {
  constexpr int kOffset = 19800;
  news::Clock clock = utc_clock();
  clock.to_utc = [](const news::CivilTime& time) { return news::to_unix(time) - kOffset; };
  clock.to_local = [](news::UnixSeconds time) { return news::to_civil(time + kOffset); };
  return clock;
}

std::string shown(const news::DateRange& range) {
  return news::format_iso8601(range.begin, news::Precision::Second) + " " +
         news::format_iso8601(range.end, news::Precision::Second);
}

std::string resolved(const std::string& text, const news::Clock& clock = utc_clock()) {
  return shown(news::resolve_date_expression(text, clock).range);
}

}  // namespace

TEST_CASE("Dates name all of their period", "[date]") {
  CHECK(resolved("2026") == "2026-01-01T00:00:00Z 2027-01-01T00:00:00Z");
  CHECK(resolved("2026-02") == "2026-02-01T00:00:00Z 2026-03-01T00:00:00Z");
  CHECK(resolved("2024-02-29") == "2024-02-29T00:00:00Z 2024-03-01T00:00:00Z");
  CHECK(resolved("2026-02-04T10:10") == "2026-02-04T10:10:00Z 2026-02-04T10:11:00Z");
  CHECK(resolved("2026-02-04T10:10:05+05:30") == "2026-02-04T04:40:05Z 2026-02-04T04:40:06Z");
}

TEST_CASE("Relative dates reach from that day to the end of today", "[date]") {
  CHECK(resolved("today") == "2026-03-31T00:00:00Z 2026-04-01T00:00:00Z");
  CHECK(resolved("yesterday") == "2026-03-30T00:00:00Z 2026-03-31T00:00:00Z");
  CHECK(resolved("7d") == "2026-03-24T00:00:00Z 2026-04-01T00:00:00Z");
  CHECK(resolved("2w") == "2026-03-17T00:00:00Z 2026-04-01T00:00:00Z");
  CHECK(resolved("1m") == "2026-02-28T00:00:00Z 2026-04-01T00:00:00Z");
  CHECK(resolved("1y") == "2025-03-31T00:00:00Z 2026-04-01T00:00:00Z");
  CHECK(resolved("99999y").substr(0, 10) == "0001-01-31");
}

TEST_CASE("Days are cut in the user's zone", "[date]") {
  CHECK(resolved("today", india_clock()) == "2026-03-31T18:30:00Z 2026-04-01T18:30:00Z");
  CHECK(resolved("2026-02", india_clock()) == "2026-01-31T18:30:00Z 2026-02-28T18:30:00Z");
  CHECK(resolved("2026-02-04T10:10Z", india_clock()) ==
        "2026-02-04T10:10:00Z 2026-02-04T10:11:00Z");
}

TEST_CASE("Date ranges have both ends in", "[date]") {
  CHECK(resolved("2026-01-01..2026-02-01") == "2026-01-01T00:00:00Z 2026-02-02T00:00:00Z");
  CHECK(resolved("2025..2026-02") == "2025-01-01T00:00:00Z 2026-03-01T00:00:00Z");
  CHECK(resolved("2w..1w") == "2026-03-17T00:00:00Z 2026-03-25T00:00:00Z");
  CHECK(news::resolve_date_expression("2026..", utc_clock()).range.end == news::DateRange{}.end);
  CHECK(news::resolve_date_expression("..2026", utc_clock()).range.begin ==
        news::DateRange{}.begin);
  CHECK(news::resolve_date_expression("none", utc_clock()).kind == news::DateCondition::Kind::None);
  CHECK(news::resolve_date_expression("doubtful", utc_clock()).kind ==
        news::DateCondition::Kind::Doubtful);
}

TEST_CASE("Bad dates are named with the forms allowed", "[date]") {
  for (const char* text : {"2026-13-40", "2026-02-30", "", "..", "7", "d", "-7d", "7x", "soon",
                           "2027..2026", "2026..x", "2026...2027", "none..2026"}) {
    CAPTURE(text);
    CHECK_FALSE(news::is_date_expression(text));
    CHECK_THROWS_AS(news::resolve_date_expression(text, utc_clock()), news::Error);
  }
  CHECK_THROWS_WITH(news::resolve_date("2026-13-40", utc_clock()),
                    "bad date '2026-13-40'; a date is 2026, 2026-02, 2026-02-04, "
                    "2026-02-04T10:30:00Z, today, yesterday, 7d, 2w, 3m or 1y");
}

TEST_CASE("Durations are whole days", "[date]") {
  CHECK(news::parse_duration("7d") == 7 * 86400);
  CHECK(news::parse_duration("2w") == 14 * 86400);
  CHECK(news::parse_duration("1m") == 30 * 86400);
  CHECK_FALSE(news::parse_duration("0d"));
  CHECK_FALSE(news::parse_duration("week"));
}

TEST_CASE("Number ranges read every form", "[query]") {
  const auto bounds = [](const char* text) {
    const auto range = news::parse_number_range(text);
    if (!range) return std::string("none");
    return std::to_string(range->least) + " " +
           (range->most > 1000000 ? "max" : std::to_string(range->most));
  };
  CHECK(bounds("500") == "500 500");
  CHECK(bounds(">500") == "501 max");
  CHECK(bounds(">=500") == "500 max");
  CHECK(bounds("<500") == "0 499");
  CHECK(bounds("<=500") == "0 500");
  CHECK(bounds("100..500") == "100 500");
  CHECK(bounds("100..") == "100 max");
  CHECK(bounds("..500") == "0 500");
  CHECK(bounds("<0") == "1 0");
  for (const char* text : {"", "x", "..", ">", "-1", "500..100", "99999999999999999999", "1.5"}) {
    CHECK(bounds(text) == "none");
  }
}
