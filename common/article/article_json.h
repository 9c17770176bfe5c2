#pragma once

#include <string>
#include <string_view>

#include "common/article/article.h"

namespace news {

/// The line that `newsindex extract` and `export` print: one JSON object, no line break. Unknown is
/// null or [].
std::string to_json_line(const Article& article);

/// `text` as a JSON string with its quotes. `text` is valid UTF-8.
std::string json_quote(std::string_view text);

}  // namespace news
