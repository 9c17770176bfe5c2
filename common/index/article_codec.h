#pragma once

#include <string>
#include <string_view>

#include "common/article/article.h"

namespace news {

/// An article as bytes: a tag, a length and a value for each field that isn't empty. Readers pass
/// over tags they don't know, so fields can be added.
std::string encode_article(const Article& article);

/// False when the bytes are no article.
bool decode_article(std::string_view bytes, Article& article);

}  // namespace news
