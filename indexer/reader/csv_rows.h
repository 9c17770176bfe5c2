#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace news {

/// How a table in text is written.
struct CsvDialect {
  char separator = ',';
  char quote = '"';  ///< around a field; doubled inside one
};

/// Where the row at the front of `text` ends: just after its line end, which may stand several
/// lines down when a quoted field has lines. npos when it isn't there. Quotes count at the start of
/// a field only, as in RFC 4180.
std::size_t end_of_row(std::string_view text, const CsvDialect& dialect);

/// The fields of one row, without quotes.
std::vector<std::string> split_row(std::string_view row, const CsvDialect& dialect);

/// A row that `split_row` reads back.
std::string join_row(const std::vector<std::string>& fields, const CsvDialect& dialect);

/// What a table's first rows tell about it.
struct CsvShape {
  enum class Kind {
    None,         ///< no table
    Header,       ///< the first row names a headline or a text
    LabelText,    ///< no header: a short label, then a long text
    Trafilatura,  ///< no header: the eleven columns that trafilatura writes
    NoHeader,     ///< a table, but no name in its first row is known
  };
  Kind kind = Kind::None;
  CsvDialect dialect;
};

/// Tells the shape by the beginning of a file.
CsvShape csv_shape(std::string_view beginning);

}  // namespace news
