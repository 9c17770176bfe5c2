#pragma once

#include <string>
#include <vector>

#include "common/article/article.h"
#include "indexer/reader/line_hint.h"

namespace news {

/// Where a field was found, for `newsindex explain`: {"headline", "json-ld headline"}.
struct FieldOrigin {
  std::string field;
  std::string from;
};

/// What a reader makes of one record: the fields its format gives, as they stand. Cleaning turns it
/// into an Article.
struct RawArticle {
  /// id, url, headline, summary, body and so on. Its dates, dateline parts and countries stay
  /// empty unless the format gives them in a form that needs no reading.
  Article article;
  /// The text of a whole page with its menus, to be divided into zones; then headline and body of
  /// `article` are usually empty.
  std::string page_text;
  /// One for each line of `page_text`, when mark-up told more than the text; else empty.
  std::vector<LineHint> line_hints;
  std::vector<FieldOrigin> origins;  ///< of the fields that have several possible places
  std::string published_text;        ///< date as written, "4-FEB-1987 10:10:00.00"
  std::string published_key;         ///< where it stood, "DATE" or "date_publish"
  std::string updated_text;
  std::string updated_key;
  std::string seen_text;                   ///< when the page was fetched, never its date
  std::string dateline_text;               ///< "    SALVADOR, Feb 26 - ", when the format marks it
  std::vector<std::string> country_texts;  ///< names or codes of what it is about, "west-germany"
  std::string publisher_country_text;      ///< name or code
  bool cleanable_body = true;  ///< the body may begin with a dateline or end with a credit
};

}  // namespace news
