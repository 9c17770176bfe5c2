#include "searcher/match/facets.h"

#include <algorithm>
#include <map>
#include <set>

#include "common/analysis/word_forms.h"
#include "common/base/error.h"
#include "searcher/match/date_query.h"

namespace news {
namespace {

// The longest timeline, in periods: a day-by-day one of 100 years.
constexpr std::size_t kMaxBuckets = 36'600;
constexpr UnixSeconds kDay = 86400;

std::vector<std::string_view> columns_of(Field field) {
  const auto name = [](Attribute attribute) { return info(attribute).name; };
  switch (field) {
    case Field::Country:
      return {name(Attribute::AboutCountry), name(Attribute::DatelineCountry)};
    case Field::AboutCountry: return {name(Attribute::AboutCountry)};
    case Field::DatelineCountry: return {name(Attribute::DatelineCountry)};
    case Field::Place: return {name(Attribute::Place)};
    case Field::Source: return {name(Attribute::Source)};
    case Field::Agency: return {name(Attribute::Agency)};
    case Field::Author: return {name(Attribute::Author)};
    case Field::Section: return {name(Attribute::Section)};
    case Field::Keyword: return {name(Attribute::Keyword)};
    case Field::Language: return {name(Attribute::Language)};
    default: break;
  }
  throw Error(ErrorKind::Query, "the values of '" + std::string(field_name(field)) +
                                    "' can't be counted; try country, source or language");
}

Precision precision_of(TimelineUnit unit) {
  if (unit == TimelineUnit::Year) return Precision::Year;
  return unit == TimelineUnit::Month ? Precision::Month : Precision::Day;
}

/// Start of the period that holds a day, as a day of the calendar at 00:00.
UnixSeconds period_start(const CivilTime& t, TimelineUnit unit) {
  switch (unit) {
    case TimelineUnit::Year: return to_unix({t.year, 1, 1, 0, 0, 0});
    case TimelineUnit::Month: return to_unix({t.year, t.month, 1, 0, 0, 0});
    default: break;
  }
  const UnixSeconds day = to_unix({t.year, t.month, t.day, 0, 0, 0});
  return unit == TimelineUnit::Week ? day - weekday(day) * kDay : day;
}

UnixSeconds next_period(UnixSeconds start, TimelineUnit unit) {
  if (unit == TimelineUnit::Week) return start + 7 * kDay;
  return end_of(start, precision_of(unit));
}

/// The article's period; false when its date is too coarse to tell.
bool find_period(const Columns& columns, std::uint64_t article, TimelineUnit unit,
                 const Clock& clock, UnixSeconds& start) {
  const auto precision =
      static_cast<Precision>(columns.numbers(kPrecisionColumn)[article - 1]);
  if (precision < precision_of(unit)) return false;
  const UnixSeconds published = columns.numbers(kPublishedColumn)[article - 1];
  // A day is a day in any zone; only a time of day moves with the clock.
  const CivilTime local =
      precision > Precision::Day ? clock.to_local(published) : to_civil(published);
  start = period_start(local, unit);
  return true;
}

using LabelCounts = std::map<std::string, std::uint64_t, std::less<>>;

/// The label that a column shows for a key; "" when it has none. Labels stand in order of key.
std::string_view label_of_key(const LabelColumn& column, const std::string& key) {
  std::uint64_t low = 0;
  std::uint64_t high = column.size();
  while (low < high) {
    const std::uint64_t middle = low + (high - low) / 2;
    if (fold_label(column.label(middle)) < key) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  if (low == column.size() || fold_label(column.label(low)) != key) return {};
  return column.label(low);
}

/// Makes one value of labels that segments write differently, as one segment would: shown as the
/// one that sorts first.
LabelCounts merge_labels(const Index& index, const std::vector<std::string_view>& names,
                         const LabelCounts& counts) {
  std::map<std::string, std::uint64_t> by_key;
  for (const auto& [label, count] : counts) by_key[fold_label(label)] += count;
  LabelCounts merged;
  for (const auto& [key, count] : by_key) {
    std::string_view shown;
    for (const Segment& segment : index.segments()) {
      for (const std::string_view name : names) {
        const std::string_view label = label_of_key(segment.columns().labels(name), key);
        if (!label.empty() && (shown.empty() || label < shown)) shown = label;
      }
    }
    merged.emplace(shown, count);
  }
  return merged;
}

}  // namespace

Facet count_facet(const Index& index, const std::vector<Match>& matches, Field field) {
  Facet facet;
  facet.field = field_name(field);
  const std::vector<std::string_view> names = columns_of(field);
  LabelCounts counts;
  std::set<std::string_view> values;  // of one article: about and dateline may be the same country
  for (const Match& match : matches) {
    values.clear();
    for (const std::string_view name : names) {
      const LabelColumn& column = index.segments()[match.segment].columns().labels(name);
      column.for_each(match.article,
                      [&](std::uint64_t label) { values.insert(column.label(label)); });
    }
    for (const std::string_view value : values) {
      const auto known = counts.find(value);
      if (known == counts.end()) {
        counts.emplace(value, 1);
      } else {
        ++known->second;
      }
    }
  }
  if (index.segments().size() > 1) counts = merge_labels(index, names, counts);
  for (const auto& [value, count] : counts) facet.values.push_back({value, count});
  std::stable_sort(facet.values.begin(), facet.values.end(),
                   [](const FacetValue& a, const FacetValue& b) { return a.count > b.count; });
  return facet;
}

std::vector<TimelineBucket> make_timeline(const Index& index, const std::vector<Match>& matches,
                                          TimelineUnit unit, const Clock& clock) {
  std::map<UnixSeconds, std::pair<std::uint64_t, std::uint64_t>> counts;
  UnixSeconds start = 0;
  for (const Match& match : matches) {
    const Columns& columns = index.segments()[match.segment].columns();
    if (find_period(columns, match.article, unit, clock, start)) ++counts[start].first;
  }
  if (counts.empty()) return {};
  const UnixSeconds first = counts.begin()->first;
  const UnixSeconds last = counts.rbegin()->first;
  for (UnixSeconds period = first; period <= last; period = next_period(period, unit)) {
    counts.try_emplace(period);
    if (counts.size() > kMaxBuckets) {
      throw Error(ErrorKind::Query,
                  "the timeline would be longer than " + std::to_string(kMaxBuckets) +
                      " periods; choose a longer one, or bound it with --after and --before");
    }
  }
  for (const Segment& segment : index.segments()) {
    for (std::uint64_t article = 1; article <= segment.size(); ++article) {
      if (segment.is_deleted(article)) continue;
      if (!find_period(segment.columns(), article, unit, clock, start)) continue;
      const auto known = counts.find(start);
      if (known != counts.end()) ++known->second.second;
    }
  }
  std::vector<TimelineBucket> timeline;
  for (const auto& [period, count] : counts) {
    timeline.push_back({format_iso8601(period, precision_of(unit)), count.first, count.second});
  }
  return timeline;
}

}  // namespace news
