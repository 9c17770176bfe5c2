#pragma once

#include <string>
#include <vector>

#include "common/index/segment.h"
#include "searcher/query/date_expression.h"

namespace news {

/// How a range of dates is looked up in one segment.
struct DateLookup {
  /// Years, months and days that cover the range; any of them.
  std::vector<std::string> terms;
  /// True when an article under these terms may still be outside, and `in_range` has to be asked.
  bool check = false;
};

/// Terms for a range, bounded by the dates there are in the segment. An article is in a range when
/// all of the time that its date may mean is: one of "February 2026" is in 2026, not in any week.
/// Days, months and years of articles are those of `clock`'s zone, whatever zone they were meant
/// in.
DateLookup look_up_dates(const Segment& segment, const DateRange& range, const Clock& clock);

/// True when article `number` of the segment is dated and in the range.
bool in_range(const Columns& columns, std::uint64_t number, const DateRange& range,
              const Clock& clock);

/// Articles from one number to another, both in; none when `last` is before `first`.
struct ArticleRange {
  std::uint32_t first = 1;
  std::uint32_t last = 0;
};

/// Articles are numbered by publication time: those that may be in a range of dates lie together.
/// Of those outside none is in the range; those inside are to be asked for with `DateCheck`.
ArticleRange articles_near(const Segment& segment, const DateRange& range);

/// The articles that are not dated: the last ones.
ArticleRange undated_articles(const Segment& segment);

/// `in_range` for one range and many articles. Borrows the segment's columns.
class DateCheck {
 public:
  DateCheck(const Segment& segment, const DateRange& range, const Clock& clock);
  bool operator()(std::uint32_t article) const;

 private:
  const Columns* columns_;
  const NumberColumn* precision_;
  const NumberColumn* published_;
  DateRange range_;
  Clock clock_;
};

/// The instants that a date may mean, as days of `clock`'s zone.
DateRange period_of(UnixSeconds published, Precision precision, const Clock& clock);

}  // namespace news
