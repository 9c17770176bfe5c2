#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "common/article/article.h"
#include "indexer/clean/zone.h"

namespace news {

/// So many bytes of what was stripped from one page are kept.
inline constexpr std::size_t kMostStrippedBytes = 64u << 10;

/// True for the zones whose text is in none of an article's other fields: menus, other stories,
/// footers, machine summaries, credits.
bool is_stripped(Zone zone);

/// Adds a line to `other` and to the count of what was stripped.
void add_stripped(std::string_view line, Article& article);

/// Fills `other` of a page's article with the lines that were stripped, but for those that say the
/// headline again, and counts the page's characters. Comes after the headline is known.
void take_stripped(const std::vector<ZonedLine>& lines, Article& article);

}  // namespace news
