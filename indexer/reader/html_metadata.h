#pragma once

#include "indexer/reader/html_page.h"
#include "indexer/reader/raw_article.h"

namespace news {

/// Joins what the places of a page say about its article: JSON-LD first, then microdata, meta
/// elements, the mark-up itself. Notes in `origins` where each field was found, and keeps in
/// `published_key` which of the places the date is from. `article.body` is what JSON-LD gives.
RawArticle read_html_metadata(const HtmlPage& page);

}  // namespace news
