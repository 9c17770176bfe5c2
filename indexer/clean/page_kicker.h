#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "indexer/clean/page_line.h"

namespace news {

/// The headline without the words of a kicker or a path before it ("Home > World > Port reopens"),
/// when another line of the page is the headline without them; with the line below it when that
/// goes on with a colon.
std::string headline_text(const std::vector<PageLine>& lines, std::size_t headline);

}  // namespace news
