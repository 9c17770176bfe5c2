#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/clean/metadata_row.h"
#include "indexer/clean/zone.h"
#include "indexer/reader/line_hint.h"

namespace news {

/// A text that was found on a page, with the number of its line from 1.
struct PageText {
  std::string text;
  std::size_t line = 0;
};

/// A date near the story.
struct PageDate {
  RowDate entry;
  std::size_t line = 0;
};

/// A whole page, divided and read. Nothing is resolved yet: dates have no zone, places no country.
struct PageReading {
  std::vector<ZonedLine> lines;
  PageText headline;
  PageText summary;
  std::vector<std::string> paragraphs;
  std::vector<std::string> captions;
  std::vector<std::string> authors;
  std::vector<std::string> keywords;
  std::vector<PageText> countries;  ///< names or codes from the page's own list
  PageText source;                  ///< from the row: "Example News Desk"
  PageText place;                   ///< from the row
  PageText agency;                  ///< from the row or the credit
  std::vector<PageDate> dates;
  PageText phone_country;  ///< code of the country that the page's telephone number is in
  PageText email_host;
};

/// A page's text and what is known of it from elsewhere. Borrows everything.
struct PageSource {
  std::string_view text;
  const std::vector<LineHint>* hints = nullptr;  ///< one a line
  std::string_view headline;                     ///< as metadata give it; "" if they don't
};

/// Divides a page into zones by general rules; each line's rule is named. `paragraphs` is empty
/// when the page has no sentence.
PageReading read_page(const PageSource& source);

}  // namespace news
