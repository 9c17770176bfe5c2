#pragma once

#include <string_view>

#include "indexer/reader/line_hint.h"

namespace news {

/// What the class, id, role and itemprop of an element say about its part of the page, by the words
/// that web designers use for it everywhere: "article__share-bar" -> Share. None when they say
/// nothing.
LineHint::Region region_of_names(std::string_view names);

/// True when the names call the element the text of an article: "articleBody", "entry-content".
bool is_story_name(std::string_view names);

}  // namespace news
