#pragma once

#include <optional>
#include <string_view>

#include "common/base/civil_time.h"

namespace news {

/// A time told from when it was read: "2 hours ago", "yesterday", "vor 3 Stunden".
struct RelativeTime {
  enum class Unit { Minute, Hour, Day, Week, Month, Year };
  int amount = 0;
  Unit unit = Unit::Day;
};

/// Reads a text that is nothing but a relative time, or such a one behind "Updated", "Published"
/// or the like, in the languages of most news. Nothing for any other text.
std::optional<RelativeTime> read_relative_time(std::string_view text);

/// When that was for somebody who read it at `seen`.
struct RelativeReading {
  UnixSeconds seconds = 0;  ///< start of the period that `precision` names
  Precision precision = Precision::Day;
  bool doubtful = false;  ///< it lay in that period or in the one before
};

/// "2 hours ago" is a span of an hour, and is a day when all of it lies in that; minutes are told
/// to the minute. Days are cut in the zone that is `offset_seconds` east of UTC.
RelativeReading resolve_relative(const RelativeTime& time, UnixSeconds seen, int offset_seconds);

}  // namespace news
