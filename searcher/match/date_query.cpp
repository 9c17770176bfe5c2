#include "searcher/match/date_query.h"

#include <algorithm>
#include <limits>
#include <optional>

#include "common/index/schema.h"

namespace news {
namespace {

constexpr UnixSeconds kDay = 86400;

UnixSeconds floor_day(UnixSeconds t) {
  const CivilTime civil = to_civil(t);
  return to_unix({civil.year, civil.month, civil.day, 0, 0, 0});
}

/// How many there are in [0, size) before the first for which `holds` is false; from there on it is
/// false.
template <typename Holds>
std::uint64_t count_while(std::uint64_t size, Holds holds) {
  std::uint64_t low = 0;
  std::uint64_t high = size;
  while (low < high) {
    const std::uint64_t middle = low + (high - low) / 2;
    if (holds(middle)) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

/// Dated articles come first, newest first.
std::uint64_t dated_articles(const Segment& segment) {
  const NumberColumn& precision = segment.columns().numbers(kPrecisionColumn);
  return count_while(segment.size(), [&](std::uint64_t i) { return precision[i] != 0; });
}

/// The days from the oldest to the newest article, in UTC; nothing when none is dated.
std::optional<DateRange> dated_days(const Segment& segment) {
  const NumberColumn& published = segment.columns().numbers(kPublishedColumn);
  const std::uint64_t dated = dated_articles(segment);
  if (dated == 0) return std::nullopt;
  // A year reaches beyond its first day.
  return DateRange{floor_day(published[dated - 1]), floor_day(published[0]) + 367 * kDay};
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

ArticleRange articles_near(const Segment& segment, const DateRange& range) {
  const NumberColumn& published = segment.columns().numbers(kPublishedColumn);
  const std::uint64_t dated = dated_articles(segment);
  // A date without a time is one of the clock's zone, less than a day from UTC.
  const auto begin = range.begin < std::numeric_limits<UnixSeconds>::min() + kDay
                         ? range.begin
                         : range.begin - kDay;
  const auto end =
      range.end > std::numeric_limits<UnixSeconds>::max() - kDay ? range.end : range.end + kDay;
  const std::uint64_t newer =
      count_while(dated, [&](std::uint64_t i) { return published[i] >= end; });
  const std::uint64_t last =
      count_while(dated, [&](std::uint64_t i) { return published[i] >= begin; });
  return {static_cast<std::uint32_t>(newer + 1), static_cast<std::uint32_t>(last)};
}

ArticleRange undated_articles(const Segment& segment) {
  return {static_cast<std::uint32_t>(dated_articles(segment) + 1),
          static_cast<std::uint32_t>(segment.size())};
}

DateCheck::DateCheck(const Segment& segment, const DateRange& range, const Clock& clock)
    : columns_(&segment.columns()),
      precision_(&columns_->numbers(kPrecisionColumn)),
      published_(&columns_->numbers(kPublishedColumn)),
      range_(range),
      clock_(clock) {}

bool DateCheck::operator()(std::uint32_t article) const {
  const auto precision = static_cast<Precision>((*precision_)[article - 1]);
  if (precision > Precision::Day) {
    const UnixSeconds published = (*published_)[article - 1];
    return published >= range_.begin && published < range_.end;
  }
  return in_range(*columns_, article, range_, clock_);
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
