#pragma once

#include <optional>
#include <string_view>

#include "indexer/reader/raw_article.h"

namespace news {

/// The article of a web page: what its metadata say, and its text with a hint for every line. The
/// one way from a whole page to an article, saved or crawled. `html` is valid UTF-8. Both
/// `page_text` and the body are empty when there is no text on the page. Nothing for a page beyond
/// the limits of html_filter.h: `kPageTooLarge` is the reason to reject it.
std::optional<RawArticle> read_html_article(std::string_view html);

inline constexpr const char* kPageTooLarge =
    "a page of more than 400,000 tags or 16 MiB of mark-up";

}  // namespace news
