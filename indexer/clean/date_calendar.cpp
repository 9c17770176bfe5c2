#include "indexer/clean/date_calendar.h"

#include <algorithm>
#include <cstdint>
#include <iterator>

#include "common/base/text.h"

namespace news {
namespace {

struct Era {
  std::string_view first;
  std::string_view second;
  int year_before;
};

constexpr Era kEras[] = {{"\u4ee4", "\u548c", 2018}, {"\u5e73", "\u6210", 1988},
                         {"\u662d", "\u548c", 1925}, {"\u5927", "\u6b63", 1911},
                         {"\u660e", "\u6cbb", 1867}, {"\u6c11", "\u570b", 1911},
                         {"\u6c11", "\u56fd", 1911}};

struct HijriName {
  std::string_view first;
  std::string_view second;  ///< "" for months of one word
  int month;
};

constexpr HijriName kHijri[] = {
    {"\u0645\u062d\u0631\u0645", "", 1},
    {"\u0627\u0644\u0645\u062d\u0631\u0645", "", 1},
    {"muharram", "", 1},
    {"\u0635\u0641\u0631", "", 2},
    {"safar", "", 2},
    {"\u0631\u0628\u064a\u0639", "\u0627\u0644\u0623\u0648\u0644", 3},
    {"\u0631\u0628\u064a\u0639", "\u0627\u0644\u0627\u0648\u0644", 3},
    {"\u0631\u0628\u064a\u0639", "\u0623\u0648\u0644", 3},
    {"\u0631\u0628\u064a\u0639", "\u0627\u0644\u0622\u062e\u0631", 4},
    {"\u0631\u0628\u064a\u0639", "\u0627\u0644\u0627\u062e\u0631", 4},
    {"\u0631\u0628\u064a\u0639", "\u0627\u0644\u062b\u0627\u0646\u064a", 4},
    {"\u0631\u0628\u064a\u0639", "\u0627\u0644\u062b\u0627\u0646\u0649", 4},
    {"\u062c\u0645\u0627\u062f\u0649", "\u0627\u0644\u0623\u0648\u0644\u0649", 5},
    {"\u062c\u0645\u0627\u062f\u0649", "\u0627\u0644\u0627\u0648\u0644\u0649", 5},
    {"\u062c\u0645\u0627\u062f\u0649", "\u0627\u0644\u0623\u0648\u0644", 5},
    {"\u062c\u0645\u0627\u062f\u064a", "\u0627\u0644\u0623\u0648\u0644\u0649", 5},
    {"\u062c\u0645\u0627\u062f\u0649", "\u0627\u0644\u0622\u062e\u0631\u0629", 6},
    {"\u062c\u0645\u0627\u062f\u0649", "\u0627\u0644\u0627\u062e\u0631\u0629", 6},
    {"\u062c\u0645\u0627\u062f\u0649", "\u0627\u0644\u062b\u0627\u0646\u064a\u0629", 6},
    {"\u062c\u0645\u0627\u062f\u0649", "\u0627\u0644\u0622\u062e\u0631", 6},
    {"\u062c\u0645\u0627\u062f\u064a", "\u0627\u0644\u0622\u062e\u0631\u0629", 6},
    {"\u0631\u062c\u0628", "", 7},
    {"rajab", "", 7},
    {"\u0634\u0639\u0628\u0627\u0646", "", 8},
    {"shaban", "", 8},
    {"shaaban", "", 8},
    {"\u0631\u0645\u0636\u0627\u0646", "", 9},
    {"ramadan", "", 9},
    {"ramadhan", "", 9},
    {"\u0634\u0648\u0627\u0644", "", 10},
    {"shawwal", "", 10},
    {"\u0630\u0648", "\u0627\u0644\u0642\u0639\u062f\u0629", 11},
    {"\u0630\u064a", "\u0627\u0644\u0642\u0639\u062f\u0629", 11},
    {"\u0630\u0648", "\u0627\u0644\u062d\u062c\u0629", 12},
    {"\u0630\u064a", "\u0627\u0644\u062d\u062c\u0629", 12},
};

constexpr UnixSeconds kDay = 86400;
// Of the first day of the Unix epoch.
constexpr std::int64_t kEpochJulianDay = 2440588;

bool is_persian_leap_year(int year) {
  static constexpr int kLeap[] = {1, 5, 9, 13, 17, 22, 26, 30};
  return std::find(std::begin(kLeap), std::end(kLeap), year % 33) != std::end(kLeap);
}

/// Days from the beginning of 1304 (21 March 1925).
int days_before_year(int year) {
  int days = 0;
  for (int y = 1304; y < year; ++y) days += is_persian_leap_year(y) ? 366 : 365;
  for (int y = year; y < 1304; ++y) days -= is_persian_leap_year(y) ? 366 : 365;
  return days;
}

}  // namespace

int year_before_era(std::string_view first, std::string_view second) {
  for (const Era& era : kEras) {
    if (era.first == first && era.second == second) return era.year_before;
  }
  return 0;
}

CivilTime of_persian(const CivilTime& persian) {
  // Six months of 31 days, then months of 30.
  const int before = persian.month <= 7 ? (persian.month - 1) * 31 : 186 + (persian.month - 7) * 30;
  const int days = days_before_year(persian.year) + before + persian.day - 1;
  return to_civil(to_unix({1925, 3, 21, 0, 0, 0}) + days * kDay);
}

HijriMonth hijri_month(std::string_view first, std::string_view second) {
  for (const HijriName& name : kHijri) {
    if (!equals_ignoring_case(name.first, first)) continue;
    if (name.second.empty()) return {name.month, 1};
    if (name.second == second) return {name.month, 2};
  }
  return {};
}

CivilTime of_hijri(const CivilTime& hijri) {
  // 354 days a year and 11 more in 30 years; months of 30 and 29 days in turn.
  const std::int64_t julian_day = (11 * hijri.year + 3) / 30 + 354 * hijri.year +
                                  30 * hijri.month - (hijri.month - 1) / 2 + hijri.day + 1948055;
  return to_civil((julian_day - kEpochJulianDay) * kDay);
}

}  // namespace news
