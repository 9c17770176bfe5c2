#include "searcher/query/date_expression.h"

#include <algorithm>
#include <charconv>

#include "common/base/error.h"
#include "common/base/text.h"

namespace news {
namespace {

constexpr std::int64_t kDay = 24 * 60 * 60;

/// A number of days, weeks, months or years, as in "7d".
struct Span {
  int count = 0;
  char unit = 'd';
};

/// One date as written: relative to today, or absolute.
struct DatePoint {
  std::optional<Span> ago;
  ParsedTime time;
};

std::optional<Span> parse_span(std::string_view text) {
  constexpr std::size_t kMaxDigits = 5;
  if (text.size() < 2 || text.size() > kMaxDigits + 1) return std::nullopt;
  Span span;
  span.unit = ascii_lower(text.back());
  if (std::string_view("dwmy").find(span.unit) == std::string_view::npos) return std::nullopt;
  const std::string_view digits = text.substr(0, text.size() - 1);
  if (!std::all_of(digits.begin(), digits.end(), is_ascii_digit)) return std::nullopt;
  std::from_chars(digits.data(), digits.data() + digits.size(), span.count);
  return span;
}

std::optional<DatePoint> parse_point(std::string_view text) {
  DatePoint point;
  text = trim(text);
  if (equals_ignoring_case(text, "today")) {
    point.ago = Span{0, 'd'};
  } else if (equals_ignoring_case(text, "yesterday")) {
    point.ago = Span{1, 'd'};
  } else if ((point.ago = parse_span(text))) {
    return point;
  } else {
    const std::optional<ParsedTime> time = parse_iso8601(text);
    if (!time) return std::nullopt;
    point.time = *time;
  }
  return point;
}

CivilTime midnight(CivilTime day) {
  day.hour = day.minute = day.second = 0;
  return day;
}

CivilTime days_before(const CivilTime& day, std::int64_t count) {
  constexpr CivilTime kFirstDay = {1, 1, 1, 0, 0, 0};
  return to_civil(std::max(to_unix(day) - count * kDay, to_unix(kFirstDay)));
}

CivilTime months_before(CivilTime day, int count) {
  const int months = std::max(day.year * 12 + day.month - 1 - count, 12);
  day.year = months / 12;
  day.month = months % 12 + 1;
  // The 31st of a shorter month is its last day.
  while (!is_valid(day)) --day.day;
  return day;
}

CivilTime start_day(const Span& ago, const Clock& clock) {
  const CivilTime today = midnight(clock.to_local(clock.now));
  switch (ago.unit) {
    case 'w':
      return days_before(today, std::int64_t{7} * ago.count);
    case 'm':
      return months_before(today, ago.count);
    case 'y':
      return months_before(today, 12 * ago.count);
    default:
      return days_before(today, ago.count);
  }
}

DateRange period(const CivilTime& start, Precision precision, const Clock& clock) {
  if (precision > Precision::Day) {
    const UnixSeconds begin = clock.to_utc(start);
    return {begin, end_of(begin, precision)};
  }
  const CivilTime next = to_civil(end_of(to_unix(start), precision));
  return {clock.to_utc(start), clock.to_utc(next)};
}

/// The day, month, ... that a point names; of `7d` the one day.
DateRange period_of(const DatePoint& point, const Clock& clock) {
  if (point.ago) return period(start_day(*point.ago, clock), Precision::Day, clock);
  const ParsedTime& time = point.time;
  if (time.precision > Precision::Day && time.offset_seconds) {
    return {time.to_unix(), end_of(time.to_unix(), time.precision)};
  }
  return period(time.civil, time.precision, clock);
}

struct Ends {
  std::optional<DatePoint> from;
  std::optional<DatePoint> to;
};

/// The ends of "A..B"; nothing if it isn't one.
std::optional<Ends> parse_ends(std::string_view text) {
  const std::size_t dots = text.find("..");
  if (dots == std::string_view::npos) return std::nullopt;
  const std::string_view from = trim(text.substr(0, dots));
  const std::string_view to = trim(text.substr(dots + 2));
  Ends ends{parse_point(from), parse_point(to)};
  const bool good = (from.empty() || ends.from) && (to.empty() || ends.to);
  if (!good || (from.empty() && to.empty())) return std::nullopt;
  const bool absolute = ends.from && ends.to && !ends.from->ago && !ends.to->ago;
  if (absolute && period_of(*ends.from, {}).begin >= period_of(*ends.to, {}).end) {
    return std::nullopt;
  }
  return ends;
}

Error bad_date(std::string_view text) {
  return Error(ErrorKind::Usage,
               "bad date '" + std::string(text) + "'; a date is " + std::string(date_forms()));
}

}  // namespace

DateRange intersect(const DateRange& a, const DateRange& b) {
  return {std::max(a.begin, b.begin), std::min(a.end, b.end)};
}

std::string_view date_forms() {
  return "2026, 2026-02, 2026-02-04, 2026-02-04T10:30:00Z, today, yesterday, 7d, 2w, 3m or 1y";
}

bool is_date_expression(std::string_view text) {
  text = trim(text);
  return equals_ignoring_case(text, "none") || equals_ignoring_case(text, "doubtful") ||
         parse_ends(text) || parse_point(text);
}

DateRange resolve_date(std::string_view text, const Clock& clock) {
  const std::optional<DatePoint> point = parse_point(text);
  if (!point) throw bad_date(text);
  DateRange range = period_of(*point, clock);
  const bool reaches_today = parse_span(trim(text)).has_value();
  if (reaches_today) range.end = period_of({Span{0, 'd'}, {}}, clock).end;
  return range;
}

DateCondition resolve_date_expression(std::string_view text, const Clock& clock) {
  text = trim(text);
  DateCondition condition;
  if (equals_ignoring_case(text, "none")) {
    condition.kind = DateCondition::Kind::None;
  } else if (equals_ignoring_case(text, "doubtful")) {
    condition.kind = DateCondition::Kind::Doubtful;
  } else if (const std::optional<Ends> ends = parse_ends(text)) {
    if (ends->from) condition.range.begin = period_of(*ends->from, clock).begin;
    if (ends->to) condition.range.end = period_of(*ends->to, clock).end;
  } else {
    condition.range = resolve_date(text, clock);
  }
  return condition;
}

std::optional<std::int64_t> parse_duration(std::string_view text) {
  const std::optional<Span> span = parse_span(trim(text));
  if (!span || span->count == 0) return std::nullopt;
  const std::int64_t days = span->unit == 'w'   ? 7
                            : span->unit == 'm' ? 30
                            : span->unit == 'y' ? 365
                                                : 1;
  return days * span->count * kDay;
}

}  // namespace news
