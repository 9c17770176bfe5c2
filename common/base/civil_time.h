#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace news {

/// Seconds since 1970-01-01T00:00:00Z, leap seconds ignored; negative before it.
using UnixSeconds = std::int64_t;

/// How much of a date was known. The order is from coarse to fine.
enum class Precision : std::uint8_t { None, Year, Month, Day, Minute, Second };

/// "year", "month", "day", "minute", "second"; "" for None.
std::string_view precision_name(Precision precision);
std::optional<Precision> precision_from_name(std::string_view name);

/// A date and time of day in the proleptic Gregorian calendar, in no zone.
struct CivilTime {
  int year = 1970;
  int month = 1;
  int day = 1;
  int hour = 0;
  int minute = 0;
  int second = 0;
};

/// True for a day that exists (years 1 to 9999) and a time up to 23:59:60.
bool is_valid(const CivilTime& time);

/// The instant at which a clock in UTC shows `time`, which is valid.
UnixSeconds to_unix(const CivilTime& time);
CivilTime to_civil(UnixSeconds seconds);

/// 0 is Monday.
int weekday(UnixSeconds seconds);

/// The time just after the year, month, day, minute or second that starts at `start`.
UnixSeconds end_of(UnixSeconds start, Precision precision);

/// A date as written: what it says, how precise, and its zone if it names one.
struct ParsedTime {
  CivilTime civil;
  Precision precision = Precision::None;
  std::optional<int> offset_seconds;  ///< east of UTC; set for "Z" and "+05:30"

  /// The instant, with `offset_seconds` or UTC. Below Day precision the offset says nothing.
  UnixSeconds to_unix() const;
};

/// Reads ISO 8601 and RFC 3339 as computers write them: 2026, 2026-02, 2026-02-04, 20260204,
/// 2026-02-04T10:10[:00[.123]][Z|+05:30|+0530|+05], with 'T' or one blank, and 20260204T101000Z.
/// The whole of `text` has to be the date. A day that doesn't exist is nothing.
std::optional<ParsedTime> parse_iso8601(std::string_view text);

/// 2026, 2026-02, 2026-02-04, 2026-02-04T10:10:00Z: as much as is known. Minutes are shown with
/// seconds, so that every instant has one form. "" for None.
std::string format_iso8601(UnixSeconds seconds, Precision precision);

}  // namespace news
