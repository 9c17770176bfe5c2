#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace news {

/// Columns that a terminal gives a character: 0, 1 or 2 (Unicode east_asian_width, version 15).
int display_width(char32_t code_point);

/// Columns of valid UTF-8 on one line.
std::size_t display_width(std::string_view text);

/// `text` with nothing in it that steers a terminal: control characters and bidirectional controls
/// are dropped; tabs and line ends become blanks. `text` is valid UTF-8.
std::string terminal_safe(std::string_view text);

}  // namespace news
