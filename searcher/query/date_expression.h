#pragma once

#include <cstdint>
#include <functional>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

#include "common/base/civil_time.h"

namespace news {

/// Instants from `begin` up to but not including `end`. The extreme values mean no bound.
struct DateRange {
  UnixSeconds begin = std::numeric_limits<UnixSeconds>::min();
  UnixSeconds end = std::numeric_limits<UnixSeconds>::max();

  bool empty() const { return begin >= end; }
};

/// The instants in both.
DateRange intersect(const DateRange& a, const DateRange& b);

/// What relative dates and days depend on. The functions are called from the thread that resolves.
struct Clock {
  UnixSeconds now = 0;
  std::function<UnixSeconds(const CivilTime&)> to_utc = to_unix;  ///< of a time in the user's zone
  std::function<CivilTime(UnixSeconds)> to_local = to_civil;      ///< a time in the user's zone
};

/// What `date:` says: instants, or how well the date is known.
struct DateCondition {
  enum class Kind : std::uint8_t {
    Range,     ///< published in `range`
    None,      ///< not dated
    Doubtful,  ///< dated, but more than one reading was possible
  };
  Kind kind = Kind::Range;
  DateRange range;
};

/// The forms of a date, for messages: "2026, 2026-02, ...".
std::string_view date_forms();

/// True for the text of a Date node: a date, A..B, A.., ..B, "none" or "doubtful".
bool is_date_expression(std::string_view text);

/// The instants that one date names: a year, a month, a day, a minute or second, `today`,
/// `yesterday`; `7d`, `2w`, `3m`, `1y` reach from the start of the day that long ago to the end of
/// today. Days are those of the clock's zone; a time may name its own. Throws Error{Usage}, with
/// the value and the forms allowed.
DateRange resolve_date(std::string_view text, const Clock& clock);

/// What the text of a Date node says. In A..B both ends are in; a relative B ends with its day.
/// Throws Error{Usage} if it isn't a date expression.
DateCondition resolve_date_expression(std::string_view text, const Clock& clock);

/// Seconds of `7d`, `2w`, `3m` (30 days each) or `1y` (365 days); nothing for other text.
std::optional<std::int64_t> parse_duration(std::string_view text);

}  // namespace news
