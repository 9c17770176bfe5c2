#pragma once

#include <string>
#include <string_view>

#include "indexer/clean/news_date.h"

namespace news {

/// What the rule of a date says when nothing but habit decided its order.
inline constexpr std::string_view kAssumedOrder = "dmy assumed";

/// How a numeric date is read.
struct OrderReading {
  std::string_view order = "dmy";  ///< or "mdy"
  std::string rule;                ///< "dmy by day over 12"
  bool doubtful = false;
};

/// Decides between day first and month first; the rules are those of `parse_news_date`.
OrderReading resolve_order(const FoundDate& date, const DateContext& context, UnixSeconds now);

}  // namespace news
