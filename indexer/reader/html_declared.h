#pragma once

#include "indexer/reader/html_page.h"
#include "indexer/reader/raw_article.h"

namespace news {

/// Compares the text that a page's metadata gives as its body (`raw.article.body`) with its lines.
/// When most of it is on the page, the lines that hold it are marked and the body is left to them,
/// for they know the paragraphs. When it isn't, it stays as the body, unless it is a mere extract.
void use_declared_body(HtmlPage& page, RawArticle& raw);

}  // namespace news
