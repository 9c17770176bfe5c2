#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/clean/date_finder.h"
#include "indexer/clean/page_line.h"

namespace news {

/// A date of a row and what the row calls it.
struct RowDate {
  enum class Label { None, Published, Updated };
  FoundDate date;
  Label label = Label::None;
};

/// What a row such as "Example News Desk | Beijing | Updated: ... | Created: ..." says.
struct MetadataRow {
  std::string source;  ///< "Example News Desk"
  std::string agency;  ///< when the first field names a wire service
  std::string author;
  std::string place;
  std::vector<RowDate> dates;
};

/// True for a line that is about the story's date: short, with a full date, and no sentence.
bool is_date_row(const PageLine& line);

/// True for a line that ends like a sentence and says little but a date: "Published: Wed., Feb. 4th
/// 2026 at 6:05 a.m."
bool is_mere_date(const PageLine& line);

/// Reads a row. Fields are what bars part; a row without bars gives only its dates.
MetadataRow read_metadata_row(std::string_view text);

}  // namespace news
