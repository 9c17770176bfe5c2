#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace news {

/// Reads `input` as an entry of that format, splitter and parser, and aborts when an article breaks
/// a promise of RawArticle: text that is no UTF-8, an article of nothing.
void read_as_format(std::string_view format, std::string_view input);

/// Unpacks `input` as a file of the corpus, whatever archive or compression it is.
void read_as_archive(std::string_view name, std::string_view input);

/// Cleans `input` as the body, the dateline, the dates and the page of an article, and reads a date
/// and a dateline off each line.
void clean_as_fields(std::string_view name, std::string_view input);

}  // namespace news
