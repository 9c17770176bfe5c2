#pragma once

#include <string_view>

#include "common/base/civil_time.h"

namespace news {

/// Buddhist years, as Thailand counts them, are this much greater.
inline constexpr int kBuddhistEra = 543;
/// Four-digit years from here on are Buddhist: no other calendar is that far.
inline constexpr int kFirstBuddhistYear = 2400;

/// The year before the first of an era that two characters name: 2018 for 令和, 1911 for 民國. 0
/// for any other characters.
int year_before_era(std::string_view first, std::string_view second);

/// What `month_number` adds to months of Iran's solar calendar.
inline constexpr int kPersianMonths = 100;

/// A day of Iran's solar calendar (1 to 12 for its months) in the Gregorian one, by the 33-year
/// cycle of leap years: exact from 1925 to 2090.
CivilTime of_persian(const CivilTime& persian);

}  // namespace news
