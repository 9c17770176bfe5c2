#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace news {

/// A page whose paragraphs were wrapped at a fixed width, with one line a paragraph again.
struct UnwrappedPage {
  std::string text;
  std::vector<std::size_t> line_of;  ///< for every line of the page, from 0, its line in `text`
};

/// True when no line is long and many lines go on with a small letter: paragraphs were wrapped.
bool is_wrapped(const std::vector<std::string_view>& lines);

/// Joins the lines of a wrapped page: a line that is nearly full goes on in the next one, unless
/// that one is empty, indented further or an item. `line_of` is empty, and so is `text`, for a page
/// that is not wrapped.
UnwrappedPage unwrap_page(std::string_view page);

}  // namespace news
