#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "common/base/civil_time.h"

namespace news {

/// When something was published, with where that was read.
struct DateStamp {
  Precision precision = Precision::None;  ///< None: the date is not known
  UnixSeconds seconds = 0;                ///< start of the period that `precision` names, in UTC
  std::string from;                       ///< provenance, such as "row:created dmy zone:IST=+05:30"
  bool doubtful = false;                  ///< more than one reading was possible

  bool known() const { return precision != Precision::None; }
  /// ISO 8601, as much as is known; "" if nothing is.
  std::string to_iso8601() const { return format_iso8601(seconds, precision); }
};

/// Where an article says that it was written: "LIMA, Feb 4 (Reuters) - ".
struct Dateline {
  std::string text;     ///< as printed, without the dash after it
  std::string place;    ///< "Lima"
  std::string country;  ///< ISO 3166-1 alpha-2 code, "" if not known
  std::string agency;   ///< "Reuters"
  /// Codes of the other countries with a place so called, the likelier first, when nothing but the
  /// name of the place told the country.
  std::vector<std::string> other_countries;
};

/// What reading had to do, for `newsindex info`.
struct ReadingNotes {
  /// Code points of the page that the article came on; 0 for what didn't come as a page.
  std::uint64_t page_characters = 0;
  /// Of those, code points of what was stripped: menus, other stories, footers.
  std::uint64_t stripped_characters = 0;
  bool repaired = false;  ///< text had been decoded wrongly, and was put right
};

/// One news article, clean: what every reader makes and what the index holds. All text is valid
/// UTF-8. Empty means not known.
struct Article {
  std::string id;           ///< unique in an index; given by the source, or made from its address
  std::string source_path;  ///< file it was read from, as the user named it
  std::string record;       ///< which record inside that file; "" when the file is one article
  std::string format;       ///< registry name of the reader
  std::string headline;
  std::string summary;
  std::string body;  ///< paragraphs joined by '\n'
  Dateline dateline;
  std::vector<std::string> countries;  ///< ISO codes of what it is about
  DateStamp published;
  DateStamp updated;
  std::vector<std::string> authors;
  std::string agency;             ///< wire service that wrote it
  std::string source;             ///< outlet or host that published it
  std::string publisher_country;  ///< ISO code
  std::string section;
  std::vector<std::string> keywords;
  std::string language;  ///< BCP 47 primary tag in lower case: "en", "zh"
  std::string url;
  std::vector<std::string> captions;
  std::string other;  ///< what was stripped from its page: lines joined by '\n'
  ReadingNotes reading;
};

}  // namespace news
