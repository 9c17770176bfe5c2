#pragma once

#include <map>
#include <string>
#include <string_view>

#include "indexer/clean/clean.h"

namespace news {

/// What the dates of each source show about its order of day and month. A value: one a thread,
/// added up when all have read.
class SourceOrders {
 public:
  SourceOrders() = default;
  /// From what `by_source` gave.
  explicit SourceOrders(const std::map<std::string, std::string>& by_source);

  /// Counts what one article of a source showed: "dmy", "mdy", or "" for nothing.
  void add(const std::string& source, std::string_view order);
  void add(const SourceOrders& other);
  /// "dmy" or "mdy" when that is all that the source ever showed; "" when nothing or both.
  std::string_view order_of(const std::string& source) const;
  /// "dmy", "mdy" or "both" of each source, for the manifest.
  std::map<std::string, std::string> by_source() const;

 private:
  struct Shown {
    bool day_first = false;
    bool month_first = false;
  };
  std::map<std::string, Shown> shown_;
};

/// Whose order an article's dates follow: its outlet's; "" where none is named.
std::string order_source(const Article& article);

/// Dates of which day and month were only assumed, now that their source has shown an order.
/// `month_first` are their other readings, unknown for a date that wasn't assumed. Still doubtful
/// where the zone is.
ArticleDates settled_dates(const ArticleDates& day_first, const ArticleDates& month_first,
                           std::string_view order);

}  // namespace news
