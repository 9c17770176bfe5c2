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

/// The same for bytes of any kind that may have several lines: line ends stay, bytes that are no
/// UTF-8 are taken for Latin ones.
std::string terminal_safe_lines(std::string_view text);

/// JSON with nothing in it that steers a terminal: such characters stand in strings only, and are
/// written as \uXXXX there, so the value is the same. `json` is valid UTF-8.
std::string terminal_safe_json(std::string json);

}  // namespace news
