#pragma once

#include <string_view>

namespace news {

/// A letter of any script, as far as cleaning has to know: everything beyond ASCII that is no
/// punctuation, symbol or blank.
bool is_letter(char32_t c);

/// True for the capitals of Latin, Greek and Cyrillic.
bool is_capital(char32_t c);

/// True when `text` starts with a capital, or with a letter of a script that has none.
bool starts_with_capital(std::string_view text);

/// True when `text` has letters and none of them is small.
bool is_all_capitals(std::string_view text);

/// True when a letter of Chinese, Japanese or Korean is in the text.
bool has_east_letter(std::string_view text);

}  // namespace news
