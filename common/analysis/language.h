#pragma once

#include <string>
#include <string_view>

namespace news {

/// The language that most of `text` is in, as a BCP 47 primary tag in lower case ("en", "zh"); ""
/// when the text is too short or too mixed to tell. Looks at the first 4 KiB. Thread-safe.
std::string detect_language(std::string_view text);

}  // namespace news
