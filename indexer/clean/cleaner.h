#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/clean/clean.h"
#include "indexer/clean/news_date.h"
#include "indexer/clean/page_reader.h"

namespace news {

/// One article on its way from raw to clean: the steps of `clean` and what they share.
class Cleaner {
 public:
  /// Borrows `options`.
  Cleaner(RawArticle raw, const CleanOptions& options);

  /// Runs all steps. Call once.
  CleanResult run();

 private:
  void read_page_text();
  void take_page_fields(PageReading& page);
  void tidy_texts();
  void find_publisher();
  void add_evidence(const std::string& country, std::string why);
  void find_dateline();
  void read_marked_text();
  void read_body_dateline();
  void use_dateline(struct ReadDateline read, const std::string& from, bool replaces);
  void strip_credits();
  void find_countries();
  void find_language();
  void find_dates_of_article();
  void find_field_dates(DateContext context);
  bool has_same_clock(const std::vector<PageDate>& dates, std::size_t line) const;
  void find_page_dates(const DateContext& context);
  void find_relative_date(const DateContext& context);
  void note(std::string what, std::string value, std::string from, std::string rule);
  void note_origin(const FieldOrigin& origin);
  void note_date(std::string what, const DateStamp& stamp, std::string from);

  RawArticle raw_;
  Article& article_;
  const CleanOptions& options_;
  CleanResult result_;
  PageReading page_;
  bool is_page_ = false;
  std::vector<std::string> paragraphs_;
  std::vector<CountryEvidence> evidence_;
  /// Readings with the month first of dates whose order was assumed; others are unknown.
  ArticleDates month_first_;
};

}  // namespace news
