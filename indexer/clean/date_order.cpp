#include "indexer/clean/date_order.h"

#include <algorithm>
#include <iterator>

namespace news {
namespace {

constexpr UnixSeconds kTwoDays = 2 * 86400;

/// Countries that write the month first. Canada writes both, so it is no evidence.
bool writes_month_first(std::string_view country) {
  static constexpr std::string_view kMonthFirst[] = {"AS", "FM", "GU", "MH", "MP",
                                                     "PH", "PR", "PW", "US", "VI"};
  return std::find(std::begin(kMonthFirst), std::end(kMonthFirst), country) !=
         std::end(kMonthFirst);
}

bool writes_both(std::string_view country) { return country == "CA" || country == "EU"; }

/// Languages whose newspapers put the day first wherever they appear.
bool writes_day_first(std::string_view language) {
  static constexpr std::string_view kDayFirst[] = {
      "ar", "bg", "ca", "cs", "da", "de", "el", "es", "fi", "fr", "he", "hi", "hr", "id", "it",
      "nl", "no", "pl", "pt", "ro", "ru", "sk", "sl", "sr", "sv", "th", "tr", "uk", "ur", "vi"};
  return std::find(std::begin(kDayFirst), std::end(kDayFirst), language) != std::end(kDayFirst);
}

OrderReading decided(std::string_view order, std::string_view by) {
  return {order, std::string(order) + " by " + std::string(by), false};
}

bool is_future(int year, int month, int day, UnixSeconds now) {
  const CivilTime civil{year, month, day, 0, 0, 0};
  return is_valid(civil) && to_unix(civil) > now + kTwoDays;
}

std::string_view order_of(std::string_view country) {
  return writes_month_first(country) ? "mdy" : "dmy";
}

}  // namespace

OrderReading resolve_order(const FoundDate& date, const DateContext& context, UnixSeconds now) {
  if (date.first > 12) return {"dmy", "dmy", false};
  if (date.second > 12) return {"mdy", "mdy", false};
  if (date.first == date.second) return {"dmy", "dmy", false};
  if (date.separator == '.') return decided("dmy", "points");
  if (context.date_order == "dmy" || context.date_order == "mdy") {
    return decided(context.date_order, "option");
  }
  if (!context.learned_order.empty()) return decided(context.learned_order, "other dates");
  if (context.address_day && context.address_day->year == date.year) {
    const CivilTime& day = *context.address_day;
    const bool is_day_first = day.day == date.first && day.month == date.second;
    if (is_day_first || (day.day == date.second && day.month == date.first)) {
      return decided(is_day_first ? "dmy" : "mdy", "address");
    }
  }
  if (context.seen) now = std::min(now, *context.seen);
  const bool day_first_future = is_future(date.year, date.second, date.first, now);
  const bool month_first_future = is_future(date.year, date.first, date.second, now);
  if (day_first_future != month_first_future) {
    return decided(day_first_future ? "mdy" : "dmy", "not in the future");
  }
  for (const CountryEvidence& item : context.evidence) {
    if (item.country.empty() || writes_both(item.country)) continue;
    return decided(order_of(item.country), item.country + ", " + item.why);
  }
  if (!date.zone_name.empty()) {
    const CivilTime local{date.year, 1, 1, 0, 0, 0};
    const auto zone = read_zone(date.zone_name, local, {});
    if (zone && !zone->country.empty() && zone->country != "CA") {
      return decided(order_of(zone->country), "zone " + date.zone_name);
    }
  }
  if (writes_day_first(context.language)) {
    return decided("dmy", "language " + std::string(context.language));
  }
  return {"dmy", std::string(kAssumedOrder), true};
}

std::string_view learn_date_order(const std::vector<std::string_view>& texts) {
  bool day_first = false;
  bool month_first = false;
  for (const std::string_view text : texts) {
    for (const FoundDate& date : find_dates(text)) {
      if (date.form != FoundDate::Form::Numeric || date.separator == '.') continue;
      day_first = day_first || (date.first > 12 && date.second <= 12);
      month_first = month_first || (date.second > 12 && date.first <= 12);
    }
  }
  if (day_first == month_first) return {};
  return day_first ? "dmy" : "mdy";
}

}  // namespace news
