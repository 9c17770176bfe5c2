#include "searcher/match/date_query.h"

#include <algorithm>
#include <optional>

#include "common/index/schema.h"

namespace news {
namespace {

constexpr UnixSeconds kDay = 86400;

UnixSeconds floor_day(UnixSeconds t) {
  const CivilTime civil = to_civil(t);
  return to_unix({civil.year, civil.month, civil.day, 0, 0, 0});
}

/// The days from the oldest to the newest article, in UTC; nothing when none is dated.
std::optional<DateRange> dated_days(const Segment& segment) {
  const NumberColumn& precision = segment.columns().numbers(kPrecisionColumn);
  const NumberColumn& published = segment.columns().numbers(kPublishedColumn);
  // Dated articles come first, newest first.
  std::uint64_t low = 0;
  std::uint64_t high = segment.size();
  while (low < high) {
    const std::uint64_t middle = low + (high - low) / 2;
    if (precision[middle] != 0) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  if (low == 0) return std::nullopt;
  // A year reaches beyond its first day.
  return DateRange{floor_day(published[low - 1]), floor_day(published[0]) + 367 * kDay};
}

/// Covers whole UTC days by years, then months, then days.
std::vector<std::string> cover(UnixSeconds begin, UnixSeconds end) {
  std::vector<std::string> terms;
  while (begin < end) {
    const CivilTime t = to_civil(begin);
    Precision unit = Precision::Day;
    if (t.day == 1 && end_of(begin, Precision::Month) <= end) unit = Precision::Month;
    if (t.day == 1 && t.month == 1 && end_of(begin, Precision::Year) <= end) {
      unit = Precision::Year;
    }
    terms.push_back(date_term(begin, unit));
    begin = end_of(begin, unit);
  }
  return terms;
}

bool is_utc(const Clock& clock, const DateRange& range) {
  return to_unix(clock.to_local(range.begin)) == range.begin &&
         to_unix(clock.to_local(range.end)) == range.end;
}

}  // namespace

DateRange period_of(UnixSeconds published, Precision precision, const Clock& clock) {
  if (precision > Precision::Day) return {published, published + 1};
  return {clock.to_utc(to_civil(published)), clock.to_utc(to_civil(end_of(published, precision)))};
}

bool in_range(const Columns& columns, std::uint64_t number, const DateRange& range,
              const Clock& clock) {
  const auto precision =
      static_cast<Precision>(columns.numbers(kPrecisionColumn)[number - 1]);
  if (precision == Precision::None) return false;
  const DateRange period =
      period_of(columns.numbers(kPublishedColumn)[number - 1], precision, clock);
  return period.begin >= range.begin && period.end <= range.end;
}

DateLookup look_up_dates(const Segment& segment, const DateRange& range, const Clock& clock) {
  DateLookup lookup;
  const std::optional<DateRange> days = dated_days(segment);
  if (!days || range.empty()) return lookup;
  // The bounds keep open ranges short; a year at either end is left whole for its own term.
  const DateRange bounded = {
      std::max(range.begin, to_unix({to_civil(days->begin).year, 1, 1, 0, 0, 0}) - kDay),
      std::min(range.end, end_of(days->end, Precision::Year) + kDay)};
  if (bounded.empty()) return lookup;
  const bool whole_days = floor_day(bounded.begin) == bounded.begin &&
                          floor_day(bounded.end) == bounded.end;
  lookup.check = !whole_days || !is_utc(clock, bounded);
  // Zones are less than a day from UTC, so a day more at either end covers what is to be checked.
  const UnixSeconds slack = lookup.check ? kDay : 0;
  lookup.terms = cover(floor_day(bounded.begin) - slack,
                       floor_day(bounded.end + kDay - 1) + slack);
  return lookup;
}

}  // namespace news
