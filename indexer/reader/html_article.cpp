#include "indexer/reader/html_article.h"

#include <utility>

#include "indexer/reader/html_declared.h"
#include "indexer/reader/html_metadata.h"
#include "indexer/reader/html_page.h"

namespace news {

std::optional<RawArticle> read_html_article(std::string_view html) {
  HtmlPage page = read_html(html);
  if (!page.is_whole) return std::nullopt;
  RawArticle raw = read_html_metadata(page);
  use_declared_body(page, raw);
  for (HtmlPage::Line& line : page.lines) {
    raw.page_text += line.text;
    raw.page_text += '\n';
    raw.line_hints.push_back(line.hint);
  }
  return raw;
}

}  // namespace news
