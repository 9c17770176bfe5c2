#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace news {

/// The people of a byline's names: "Jane Doe and John Roe in Lima, Example Times" -> "Jane Doe",
/// "John Roe". The place goes, and so does what stands behind the last comma when nothing says
/// that it is one more name: outlets stand there.
std::vector<std::string> split_names(std::string_view names);

/// The place of a byline or of a row of dates, when it is a city that we know: "By Jane Doe in
/// Lima", "Par Jeanne Roy (Lyon)", "Montevideo, " (what stands before a date). "" for anything
/// else.
std::string place_of_row(std::string_view row);

/// The tags of a line: "Tags: ferries, harbour" -> "ferries", "harbour". A line with a label and
/// nothing behind it has none.
std::vector<std::string> split_tags(std::string_view line, bool has_label);

}  // namespace news
