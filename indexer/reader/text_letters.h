#pragma once

#include <string>
#include <string_view>

namespace news {

/// The letters and digits of `text`, ASCII ones in lower case: what has to be the same in two
/// copies of one text, whatever became of blanks, quotes and dashes. `text` is valid UTF-8.
std::string letters_of(std::string_view text);

}  // namespace news
