#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace news {

/// A date in a line, as written: nothing is decided yet about its order or its zone.
struct FoundDate {
  enum class Form {
    NamedMonth,  ///< 4 February 2026, Feb 4 2026
    YearFirst,   ///< 2026-02-04, 2026年2月4日
    Numeric,     ///< 04-02-2026: `first` and `second` may be day and month or the other way round
    MonthOnly,   ///< February 2026
  };
  Form form = Form::NamedMonth;
  int year = 0;
  int month = 0;
  int day = 0;
  int first = 0;
  int second = 0;
  char separator = '\0';
  bool is_lunar = false;  ///< of the Islamic calendar: a day or two more or less

  bool has_clock = false;
  bool impossible_clock = false;  ///< a time was written that no clock shows
  bool has_seconds = false;
  int hour = 0;
  int minute = 0;
  int second_of_minute = 0;
  std::optional<int> offset_seconds;  ///< written as a number: +0530
  std::string zone_name;              ///< "IST"

  std::size_t begin = 0;  ///< byte offsets of the day in the line
  std::size_t end = 0;
};

/// Every date of a line with the time of day and the zone that stand beside it, in order. Dates
/// without a year are not found.
std::vector<FoundDate> find_dates(std::string_view line);

/// True when the line may hold a date: a cheap test for skipping most lines.
bool may_hold_date(std::string_view line);

}  // namespace news
