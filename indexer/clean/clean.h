#pragma once

#include <optional>
#include <string>
#include <vector>

#include "common/article/article.h"
#include "indexer/clean/zone.h"
#include "indexer/reader/raw_article.h"

namespace news {

/// What the user said about dates and languages.
struct CleanOptions {
  std::string language = "auto";    ///< a BCP 47 tag, or auto
  std::string date_order = "auto";  ///< auto, dmy, mdy
  std::string timezone;             ///< zone of dates that name none: "+05:30", "IST"; "" is UTC
};

/// One thing that was found out, for `newsindex explain`.
struct Finding {
  std::string what;   ///< "published", "dateline place", "country", "language"
  std::string value;  ///< "2026-02-04T10:10:00Z"
  std::string from;   ///< where: "line 7", "field date_publish"
  std::string rule;   ///< how: "dmy, zone IST=+05:30 by country IN"
};

/// When an article was published, and when it was changed.
struct ArticleDates {
  DateStamp published;
  DateStamp updated;
};

/// An article and how it came about.
struct CleanResult {
  Article article;
  std::vector<ZonedLine> lines;  ///< only for page text
  std::vector<Finding> findings;
  /// What the dates of this article show about their order: "dmy", "mdy"; "" for nothing.
  std::string_view date_order;
  /// The dates with the month first, when nothing but habit put the day first: to be settled by
  /// what other articles of the source show (source_orders.h).
  std::optional<ArticleDates> month_first;
  std::string rejection;  ///< not empty: this is no article, and why
};

/// Turns what a reader found into an article: zones of page text, dateline out of the body, dates
/// to UTC with their provenance, countries to codes, language. Thread-safe.
CleanResult clean(RawArticle raw, const CleanOptions& options);

}  // namespace news
