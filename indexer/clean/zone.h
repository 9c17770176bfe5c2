#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace news {

/// What part of a saved page a line belongs to.
enum class Zone {
  Blank,
  Headline,
  Summary,
  DatelineRow,     ///< source | author | place | dates
  Caption,
  Countries,       ///< the page's own list of countries
  Body,
  Credit,          ///< "(With inputs from agencies.)"
  Tags,
  MachineSummary,  ///< key takeaways, AI summaries
  Navigation,
  OtherStories,    ///< trending, related, most read
  Footer,
};

/// "headline", "dateline_row", "other_stories" and so on.
std::string_view zone_name(Zone zone);

/// One line of a page and why it is where it is.
struct ZonedLine {
  std::size_t number = 0;  ///< from 1
  std::string text;        ///< trimmed
  Zone zone = Zone::Blank;
  std::string_view rule;   ///< name of the rule, for explain; a literal
};

}  // namespace news
