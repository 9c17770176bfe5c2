#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "indexer/clean/page_line.h"

namespace news {

/// The headline without the words of a kicker or a path before it ("Home > World > Port reopens"),
/// when another line of the page is the headline without them. Borrows from the page.
std::string_view without_kicker(const std::vector<PageLine>& lines, std::size_t headline);

}  // namespace news
