#pragma once

#include <string>
#include <string_view>

namespace news {

/// `bytes` as the text of an article: valid UTF-8, no byte order mark, lines ended by '\n' alone,
/// no control characters but tab and line end.
std::string clean_text(std::string_view bytes);

}  // namespace news
