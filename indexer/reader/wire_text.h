#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace news {

/// Joins the lines of a wire story, wrapped at a fixed width, into paragraphs divided by '\n'. An
/// indented line begins a paragraph; rows of tables and short lines keep to themselves.
/// `first_column` is how much of the first line's width was taken by what stood before it.
std::string join_wrapped_lines(const std::vector<std::string_view>& lines,
                               std::size_t first_column);

/// `line`, the last one of a story, without the sign-off: "" for "Reuter", "REUTER...",
/// " REUTERS 11:43/VB" or "More" alone; "Price was nil." for "Price was nil. REUTER".
std::string_view without_sign_off(std::string_view line);

}  // namespace news
