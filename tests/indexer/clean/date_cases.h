#pragma once

#include <string>

#include "indexer/clean/news_date.h"
#include "tests/catch.h"

namespace news {

inline constexpr UnixSeconds kNow = 1798761600;  // 2027-01-01

/// One line of the table: what is written, in which context, and what it has to mean.
struct Case {
  std::string_view text;
  std::string_view expected;  ///< ISO 8601 as `to_iso8601` writes it; "" for no date
  std::string_view country;   ///< of the publisher
  std::string_view language;
  bool doubtful;
  bool wall_clock;
  std::string_view order = "auto";
  std::string_view timezone = {};
};

inline DateStamp read(const Case& c) {
  DateContext context;
  context.now = kNow;
  context.date_order = c.order;
  context.timezone = c.timezone;
  context.language = c.language;
  context.wall_clock = c.wall_clock;
  if (!c.country.empty()) context.evidence.push_back({std::string(c.country), "test"});
  return parse_news_date(c.text, context, "field");
}

inline void check(const Case* begin, const Case* end) {
  for (const Case* c = begin; c != end; ++c) {
    INFO(c->text << " | " << c->country << " " << c->language << " " << c->order);
    const DateStamp stamp = read(*c);
    INFO(stamp.from);
    CHECK(stamp.to_iso8601() == c->expected);
    CHECK(stamp.doubtful == c->doubtful);
  }
}

}  // namespace news
