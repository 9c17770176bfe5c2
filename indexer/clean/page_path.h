#pragma once

#include <cstddef>
#include <vector>

#include "indexer/clean/page_line.h"

namespace news {

/// Words of a step of a path, or of an entry of a menu, at most.
inline constexpr int kMostStepWords = 3;

/// True for the end of a numbered path to the page: "1. Home", "2. World", "3. Port reopens after
/// the storm".
bool ends_path(const std::vector<PageLine>& lines, std::size_t at);

/// True for the end of a path in bullets that begins with "Home", in any of the languages of the
/// table. Its title is often not the one above the story.
bool ends_path_from_home(const std::vector<PageLine>& lines, std::size_t at);

/// True for the first line below a path to the page that begins with "Home", whether the path
/// stands in lines or in one: "Home | News | Politics".
bool is_below_path(const std::vector<PageLine>& lines, std::size_t at);

}  // namespace news
