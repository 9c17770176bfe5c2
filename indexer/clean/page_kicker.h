#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "indexer/clean/page_line.h"

namespace news {

/// True for "Night ferries:" with the rest of the title below it.
bool goes_on_below(const std::vector<PageLine>& lines, std::size_t at);

/// The headline without the words of a kicker or a path before it ("Home > World > Port reopens"),
/// when another line of the page is the headline without them; with the line below it when that
/// begins with a colon, or the headline ends with one. Where the page has it again with a colon
/// between two parts, or the path to the page ends with it in two parts, so it is read.
std::string headline_text(const std::vector<PageLine>& lines, std::size_t headline);

}  // namespace news
