#pragma once

#include <string>

#include "indexer/reader/format.h"

namespace simdjson::dom {
class element;
}

namespace news {

/// What an object is read as.
struct JsonArticle {
  RawArticle raw;
  std::string refusal;  ///< not empty: it is no article, and why ("no text item but picture")
};

/// Reads one JSON object as an article: mapped fields from where the user said, others from the
/// first of their usual keys, or those of its shape (json_shapes.h), that has something to say.
/// What `newsindex extract` and `export` print comes back with its dates, countries and dateline as
/// they were.
JsonArticle json_article(const simdjson::dom::element& object, const ReadOptions& options);

}  // namespace news
