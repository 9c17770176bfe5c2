#pragma once

#include "indexer/reader/format.h"

namespace news {

// The row that each reader file puts into the registry (formats.cpp). A new format is a file with
// one such function, its line here and its place in the registry.

/// Reuters-21578: <REUTERS ...> elements in SGML of its own kind.
Format reuters_sgml_format();

/// One JSON object with an article a line.
Format json_lines_format();

/// A file with one JSON value: an article, an array of articles, or {"articles": [...]}.
Format json_format();

/// A web page: HTML of any age, with JSON-LD, microdata and meta elements.
Format html_format();

/// Any text: one page with its menus and footers. Asked last: nothing else claimed it.
inline constexpr std::string_view kPageTextName = "page-text";
Format page_text_format();

}  // namespace news
