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

/// A month of the Islamic calendar and how many words name it.
struct HijriMonth {
  int month = 0;  ///< 0: no such month
  int words = 1;
};

/// The month that one word, or two, name: "رمضان", "ربيع الأول", "Ramadan".
HijriMonth hijri_month(std::string_view first, std::string_view second);

/// A day of the Islamic calendar in the Gregorian one, by the table of astronomers. Where the moon
/// is watched for, a month may begin a day or two away from it.
CivilTime of_hijri(const CivilTime& hijri);

}  // namespace news
