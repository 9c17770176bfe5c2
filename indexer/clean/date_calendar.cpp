#include "indexer/clean/date_calendar.h"

#include <algorithm>
#include <iterator>

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

constexpr UnixSeconds kDay = 86400;

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

}  // namespace news
