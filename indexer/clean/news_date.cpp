#include "indexer/clean/news_date.h"

#include <algorithm>
#include <chrono>

#include "common/base/text.h"
#include "indexer/clean/date_order.h"
#include "indexer/clean/relative_date.h"

namespace news {
namespace {

constexpr int kFirstYear = 1600;
constexpr UnixSeconds kYearOfSeconds = UnixSeconds{366} * 86400;

UnixSeconds now_of(const DateContext& context) {
  if (context.now != 0) return context.now;
  return std::chrono::duration_cast<std::chrono::seconds>(
             std::chrono::system_clock::now().time_since_epoch())
      .count();
}

bool is_sane(const CivilTime& civil, const DateContext& context) {
  return is_valid(civil) && civil.year >= kFirstYear &&
         to_unix(civil) <= now_of(context) + kYearOfSeconds;
}

/// A civil time on its way to a stamp.
struct Reading {
  CivilTime civil;
  Precision precision = Precision::Day;
  std::optional<int> offset_seconds;
  std::string zone_name;
  std::string rule;
  bool doubtful = false;
};

bool is_midnight(const CivilTime& t) { return t.hour == 0 && t.minute == 0 && t.second == 0; }

/// Settles the zone and makes the stamp.
DateStamp stamp(Reading reading, const DateContext& context, std::string_view from) {
  DateStamp out;
  if (!is_sane(reading.civil, context)) return out;
  std::optional<ZoneReading> zone;
  if (reading.offset_seconds) {
    zone = ZoneReading{*reading.offset_seconds, offset_name(*reading.offset_seconds), {}, false};
  } else if (!reading.zone_name.empty()) {
    zone = read_zone(reading.zone_name, reading.civil, context.evidence);
  } else if (reading.precision > Precision::Day && is_midnight(reading.civil)) {
    reading.precision = Precision::Day;
    reading.rule += ", midnight is no time";
  }
  if (reading.precision > Precision::Day && !zone && !context.timezone.empty()) {
    zone = named_zone(context.timezone, reading.civil);
    if (zone) zone->rule += " by option";
  }
  if (reading.precision > Precision::Day && !zone && context.wall_clock) {
    for (const CountryEvidence& item : context.evidence) {
      if (!zone) zone = country_zone(item, reading.civil);
    }
  }
  out.precision = reading.precision;
  out.seconds = to_unix(reading.civil);
  out.doubtful = reading.doubtful;
  out.from = std::string(from) + (from.empty() ? "" : " ") + reading.rule;
  if (reading.precision <= Precision::Day) return out;
  if (zone) {
    out.seconds -= zone->offset_seconds;
    out.doubtful = out.doubtful || zone->doubtful;
    out.from += " zone:" + zone->rule;
  } else {
    out.from += " zone:none, UTC assumed";
  }
  return out;
}

/// "2 hours ago", counted from when it was seen; unknown when that isn't known.
DateStamp parse_relative(std::string_view text, const DateContext& context, std::string_view from) {
  const auto relative = context.seen ? read_relative_time(text) : std::nullopt;
  if (!relative) return {};
  int offset = 0;
  std::string zone = "UTC assumed";
  for (const CountryEvidence& item : context.evidence) {
    const auto found = country_zone(item, to_civil(*context.seen));
    if (!found) continue;
    offset = found->offset_seconds;
    zone = found->rule;
    break;
  }
  const RelativeReading reading = resolve_relative(*relative, *context.seen, offset);
  DateStamp out;
  out.seconds = reading.seconds;
  out.precision = reading.precision;
  out.doubtful = reading.doubtful;
  out.from = std::string(from) + (from.empty() ? "" : " ") + "'" + std::string(text) + "' before " +
             format_iso8601(*context.seen, Precision::Second) + " zone:" + zone;
  return out;
}

std::optional<DateStamp> parse_epoch(std::string_view text, const DateContext& context,
                                     std::string_view from) {
  if (text.size() != 10 && text.size() != 13) return std::nullopt;
  UnixSeconds value = 0;
  for (const char c : text) {
    if (!is_ascii_digit(c)) return std::nullopt;
    value = value * 10 + (c - '0');
  }
  Reading reading;
  reading.civil = to_civil(text.size() == 13 ? value / 1000 : value);
  reading.precision = Precision::Second;
  reading.offset_seconds = 0;
  reading.rule = text.size() == 13 ? "epoch ms" : "epoch";
  DateStamp out = stamp(std::move(reading), context, from);
  if (!out.known()) return std::nullopt;
  return out;
}

/// 20260204, 202602041540, 20260204154000, 2026020415 without any mark.
std::optional<Reading> read_compact(std::string_view text) {
  const bool all_digits = std::all_of(text.begin(), text.end(), is_ascii_digit);
  if (!all_digits || text.size() < 8 || text.size() > 14 || text.size() % 2 != 0) {
    return std::nullopt;
  }
  const auto two = [&](std::size_t i) {
    return i + 2 <= text.size() ? (text[i] - '0') * 10 + (text[i + 1] - '0') : 0;
  };
  Reading reading;
  reading.civil = {two(0) * 100 + two(2), two(4), two(6), two(8), two(10), two(12)};
  reading.precision = text.size() == 8    ? Precision::Day
                      : text.size() == 14 ? Precision::Second
                                          : Precision::Minute;
  reading.rule = "compact";
  if (!is_valid(reading.civil)) return std::nullopt;
  return reading;
}

bool says_nothing(std::string_view text) {
  static constexpr std::string_view kEmpty[] = {"none", "null", "nan", "nat", "n/a", "undefined"};
  return text.empty() || std::any_of(std::begin(kEmpty), std::end(kEmpty),
                                     [&](auto word) { return equals_ignoring_case(text, word); });
}

}  // namespace

DateStamp resolve_date(const FoundDate& date, const DateContext& context, std::string_view from) {
  Reading reading;
  reading.civil = {date.year, date.month, date.day, 0, 0, 0};
  if (date.form == FoundDate::Form::Numeric) {
    const OrderReading order = resolve_order(date, context, now_of(context));
    const bool day_first = order.order == "dmy";
    reading.civil.day = day_first ? date.first : date.second;
    reading.civil.month = day_first ? date.second : date.first;
    reading.rule = order.rule;
    reading.doubtful = order.doubtful;
  } else if (date.form == FoundDate::Form::MonthOnly) {
    reading.civil.day = 1;
    reading.rule = "month name";
    reading.precision = Precision::Month;
    return stamp(std::move(reading), context, from);
  } else if (date.is_lunar) {
    reading.rule = "hijri by table";
    reading.doubtful = true;
  } else {
    reading.rule = date.form == FoundDate::Form::YearFirst ? "ymd" : "month name";
  }
  if (date.has_clock) {
    reading.civil.hour = date.hour;
    reading.civil.minute = date.minute;
    reading.civil.second = date.second_of_minute;
    reading.precision = date.has_seconds ? Precision::Second : Precision::Minute;
    reading.offset_seconds = date.offset_seconds;
    reading.zone_name = date.zone_name;
  } else if (date.impossible_clock) {
    reading.rule += ", impossible time left out";
  }
  return stamp(std::move(reading), context, from);
}

DateStamp parse_news_date(std::string_view text, const DateContext& context,
                          std::string_view from) {
  text = trim(text);
  if (says_nothing(text)) return {};
  if (auto epoch = parse_epoch(text, context, from)) return *epoch;
  if (auto compact = read_compact(text)) return stamp(std::move(*compact), context, from);
  if (const auto iso = parse_iso8601(text)) {
    Reading reading;
    reading.civil = iso->civil;
    reading.precision = iso->precision;
    reading.offset_seconds = iso->offset_seconds;
    reading.rule = "iso";
    return stamp(std::move(reading), context, from);
  }
  const std::vector<FoundDate> found = find_dates(text);
  if (found.empty()) return parse_relative(text, context, from);
  const auto full = std::find_if(found.begin(), found.end(), [](const FoundDate& d) {
    return d.form != FoundDate::Form::MonthOnly;
  });
  return resolve_date(full != found.end() ? *full : found.front(), context, from);
}

}  // namespace news
