#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/article/article.h"
#include "indexer/clean/date_finder.h"
#include "indexer/clean/time_zone.h"

namespace news {

/// What helps to read a date that leaves something open.
struct DateContext {
  std::string_view date_order = "auto";   ///< what the user said: auto, dmy, mdy
  std::string_view timezone;              ///< what the user said about times without a zone
  std::string_view learned_order;         ///< of other dates of the same article or source
  std::vector<CountryEvidence> evidence;  ///< best first
  std::string_view language;              ///< of the text: "de"
  /// The text is what readers saw, so a time without a zone is local to the publisher. A field of
  /// a file is rather what a program wrote: UTC.
  bool wall_clock = false;
  /// When the text was fetched, if known: a relative time is counted from it, and no order of day
  /// and month holds that puts the date behind it. It never stands in for the date itself.
  std::optional<UnixSeconds> seen;
  std::optional<CivilTime> address_day;  ///< the day that the article's address gives
  UnixSeconds now = 0;  ///< dates over a year after it are refused; 0 is the system's clock
};

/// Reads a date as news and its tools write them. Order of a numeric date: a number over 12
/// decides; else points mean day first; else what the user said, what other dates of the article
/// show, the day in its address, what would not be in the future, the evidence (country, zone name,
/// language); else day first, and doubtful. Zone: as written; else what the user said; else the
/// publisher's for a wall clock; else UTC. A midnight without a zone is a day. "2 hours ago" is
/// read when it is known when the text was seen, else it is no date. `from` starts the provenance.
/// Unknown when there is no date, or one before 1600 or more than a year ahead.
DateStamp parse_news_date(std::string_view text, const DateContext& context, std::string_view from);

/// The same for a date that was found in a line.
DateStamp resolve_date(const FoundDate& date, const DateContext& context, std::string_view from);

/// "dmy" or "mdy" when numeric dates among `texts` have a day over 12 that shows it and none shows
/// the other; else "".
std::string_view learn_date_order(const std::vector<std::string_view>& texts);

}  // namespace news
