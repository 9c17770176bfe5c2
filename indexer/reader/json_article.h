#pragma once

#include <string>

#include "indexer/reader/format.h"

namespace simdjson::dom {
class element;
}

namespace news {

/// Reads one JSON object as an article: mapped fields from where the user said, others from the
/// first of their usual keys that has something to say. What `newsindex extract` and `export` print
/// comes back with its dates, countries and dateline as they were.
RawArticle json_article(const simdjson::dom::element& object, const ReadOptions& options);

}  // namespace news
