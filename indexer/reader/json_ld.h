#pragma once

#include <string>
#include <vector>

#include "indexer/reader/raw_article.h"

namespace news {

/// What the JSON-LD of a page says about its article (schema.org). `article.body` is its
/// articleBody.
struct JsonLdArticle {
  bool found = false;
  RawArticle raw;
  std::string alternative_headline;
};

/// Reads the contents of a page's JSON-LD scripts: an object, an array or a @graph in each. Of
/// several articles the first with a headline counts; authors and publishers may stand in other
/// objects that are pointed at by @id. A script that is broken JSON is searched for the same
/// keys. Thread-safe.
JsonLdArticle read_json_ld(const std::vector<std::string>& scripts);

}  // namespace news
