#include "indexer/clean/time_zone.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <iterator>

#include "common/base/text.h"

namespace news {
namespace {

enum class Summer { None, Europe, States };

struct ZoneName {
  std::string_view name;
  int minutes;
  Summer summer;
  std::string_view country;
};

struct CountryZone {
  std::string_view country;
  int minutes;
  Summer summer;
};

#include "indexer/clean/time_zone_tables.inc"

/// Day of the month of the `nth` Sunday (from 1), or of the last one when `nth` is 0.
int sunday(int year, int month, int nth) {
  const int days = month == 4 || month == 9 || month == 11 ? 30 : 31;
  const int first = 7 - weekday(to_unix({year, month, 1}));
  if (nth > 0) return first + 7 * (nth - 1);
  return first + 7 * ((days - first) / 7);
}

bool is_between(const CivilTime& t, int from_month, int from_day, int to_month, int to_day) {
  const int day = t.month * 100 + t.day;
  // The clock changes at night; the hours around it don't matter to news.
  const bool started =
      day > from_month * 100 + from_day || (day == from_month * 100 + from_day && t.hour >= 2);
  const bool ended =
      day > to_month * 100 + to_day || (day == to_month * 100 + to_day && t.hour >= 2);
  return started && !ended;
}

bool is_summer(Summer rule, const CivilTime& t) {
  if (rule == Summer::Europe) {
    const int end_month = t.year >= 1996 ? 10 : 9;
    return t.year >= 1981 &&
           is_between(t, 3, sunday(t.year, 3, 0), end_month, sunday(t.year, end_month, 0));
  }
  if (rule == Summer::States) {
    if (t.year >= 2007) return is_between(t, 3, sunday(t.year, 3, 2), 11, sunday(t.year, 11, 1));
    const int start = sunday(t.year, 4, t.year >= 1987 ? 1 : 0);
    return t.year >= 1967 && is_between(t, 4, start, 10, sunday(t.year, 10, 0));
  }
  return false;
}

int offset_at(int minutes, Summer rule, const CivilTime& local) {
  return (minutes + (is_summer(rule, local) ? 60 : 0)) * 60;
}

/// Names that several countries print every day. For the others a second meaning is so rare that
/// it takes a witness.
bool is_open_name(std::string_view name) {
  static constexpr std::string_view kOpen[] = {"AST", "BST", "CST", "IST"};
  return std::find(std::begin(kOpen), std::end(kOpen), name) != std::end(kOpen);
}

}  // namespace

std::string offset_name(int offset_seconds) {
  char buffer[32];
  const int minutes = std::abs(offset_seconds) / 60;
  std::snprintf(buffer, sizeof buffer, "%c%02d:%02d", offset_seconds < 0 ? '-' : '+', minutes / 60,
                minutes % 60);
  return buffer;
}

bool is_zone_name(std::string_view word) {
  return std::any_of(std::begin(kZoneNames), std::end(kZoneNames),
                     [&](const ZoneName& row) { return row.name == word; });
}

std::optional<ZoneReading> read_zone(std::string_view name, const CivilTime& local,
                                     const std::vector<CountryEvidence>& evidence) {
  std::vector<const ZoneName*> rows;
  for (const ZoneName& row : kZoneNames) {
    if (row.name == name) rows.push_back(&row);
  }
  if (rows.empty()) return std::nullopt;
  const ZoneName* chosen = rows.front();
  std::string why;
  bool settled = false;
  for (const CountryEvidence& item : evidence) {
    const auto found = std::find_if(rows.begin(), rows.end(), [&](const ZoneName* row) {
      return row->country == item.country;
    });
    if (settled || found == rows.end()) continue;
    chosen = *found;
    settled = true;
    why = " by " + item.country + ", " + item.why;
  }
  ZoneReading reading;
  reading.offset_seconds = offset_at(chosen->minutes, chosen->summer, local);
  reading.country = chosen->country;
  reading.doubtful = !settled && is_open_name(name);
  reading.rule = std::string(name) + "=" + offset_name(reading.offset_seconds) + why;
  return reading;
}

std::optional<ZoneReading> country_zone(const CountryEvidence& evidence, const CivilTime& local) {
  for (const CountryZone& row : kCountryZones) {
    if (row.country != evidence.country) continue;
    ZoneReading reading;
    reading.offset_seconds = offset_at(row.minutes, row.summer, local);
    reading.country = row.country;
    reading.rule =
        offset_name(reading.offset_seconds) + " by " + evidence.country + ", " + evidence.why;
    return reading;
  }
  return std::nullopt;
}

std::optional<ZoneReading> named_zone(std::string_view text, const CivilTime& local) {
  text = trim(text);
  if (text.size() >= 3 && (text[0] == '+' || text[0] == '-')) {
    // The ISO reader knows every way to write an offset.
    const auto parsed = parse_iso8601("2000-01-01T00:00" + std::string(text));
    if (!parsed || !parsed->offset_seconds) return std::nullopt;
    return ZoneReading{*parsed->offset_seconds, offset_name(*parsed->offset_seconds), {}, false};
  }
  std::string upper(text);
  for (char& c : upper) c = is_ascii_lower(c) ? static_cast<char>(c - 32) : c;
  auto reading = read_zone(upper, local, {});
  if (reading) reading->doubtful = false;
  return reading;
}

}  // namespace news
