#pragma once

#include <string>
#include <string_view>

namespace news {

/// The BCP 47 primary tag, in lower case, for what metadata calls a language: "en-US", "en_GB",
/// "English", "ger" -> "de". "" for anything else.
std::string language_tag(std::string_view name);

}  // namespace news
