#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "common/index/article_store.h"
#include "common/index/schema.h"
#include "common/index/territory_finder.h"
#include "indexer/segment/impact.h"
#include "indexer/segment/number_table.h"
#include "indexer/segment/posting_run.h"
#include "indexer/segment/segment_plan.h"

namespace news {

/// What the columns hold of one article.
struct ArticleColumns {
  DateStamp published;
  std::uint32_t length = 0;  ///< tokens
  std::uint64_t fingerprint = 0;
  ReadingNotes reading;
  std::vector<std::vector<std::string>> labels;  ///< by attribute
};

/// One article in the form in which the segment's files hold it.
struct EncodedArticle {
  std::string frame;
  std::string codes;
  std::string other;  ///< codes of what was stripped from its page
  ArticleColumns columns;
  std::uint32_t wdf_sum = 0;  ///< document length in the postings
};

/// Turns articles of a plan into what a segment's files hold, and files their postings. One a
/// thread; articles in ascending order.
class ChunkEncoder {
 public:
  /// Borrows both.
  ChunkEncoder(const SegmentPlan& plan, PostingRun& postings);

  EncodedArticle encode(std::uint64_t number);

 private:
  void encode_codes(const RunEntry& entry, EncodedArticle& encoded);
  void count_word(const WordUse& word, bool is_acronym);
  void count_pair(const WordUse& word);
  void boost_countries(const Article& article);
  const std::vector<std::uint32_t>& country_stems(const std::string& language,
                                                  const std::string& country);
  void file_postings(std::uint32_t number, const Article& article, const ImpactScale& scale);
  void file(std::uint32_t term, std::uint32_t number, std::uint32_t wdf);
  /// Files postings of stems, whose keys and counts are given.
  template <typename Key>
  void file_stems(const std::vector<std::pair<Key, float>>& counts, std::uint32_t number,
                  const ImpactScale& scale);
  void add_occurrence(std::uint32_t stem);
  /// Number of a stem's term in the posting run; `key` also says of which field, see `term_key`.
  std::uint32_t stem_term(std::uint64_t key);

  const SegmentPlan& plan_;
  PostingRun& postings_;
  ArticleCompressor compressor_;
  /// Stems of a country's name, by language and country.
  std::unordered_map<std::string, std::vector<std::uint32_t>> country_stems_;

  TerritoryFinders territory_finders_;

  // Numbers of terms in the posting run; void after it has spilled.
  NumberTable terms_;  ///< by `term_key`

  // The article being encoded.
  NumberTable places_;  ///< of stems in `occurrences_`
  std::vector<std::pair<std::uint32_t, float>> occurrences_;  ///< of stems, boosted
  std::vector<std::pair<std::uint64_t, float>> field_occurrences_;  ///< by `term_key`
  std::vector<std::pair<std::string, float>> pairs_;  ///< terms of neighbouring ideographs
  std::vector<std::pair<std::string_view, float>> territories_;  ///< codes of those named
  TerritoryFinder* territory_finder_ = nullptr;
  std::vector<std::uint32_t> filed_;                  ///< numbers of terms being filed
  TextField field_ = TextField::Body;
  float boost_ = 1;
  std::uint32_t lead_words_left_ = 0;  ///< words of the body that still count as its lead
  std::uint32_t last_ideograph_ = 0;
  std::uint32_t wdf_sum_ = 0;
  std::string source_codes_;
  std::string source_article_;
};

}  // namespace news
