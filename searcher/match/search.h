#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/article/article.h"
#include "searcher/match/answer.h"
#include "searcher/query/date_expression.h"
#include "searcher/query/query_node.h"

namespace news {

enum class SortOrder : std::uint8_t { Relevance, Newest, Oldest };
enum class TimelineUnit : std::uint8_t { None, Day, Week, Month, Year };

/// An article passes when its field has one of `any_of` (or `any_of` is empty) and none of
/// `none_of`. Values are as the user wrote them: for countries a code or a name.
struct Filter {
  Field field = Field::Any;
  std::vector<std::string> any_of;
  std::vector<std::string> none_of;
};

/// All that one search asks for.
struct SearchRequest {
  std::optional<QueryNode> query;  ///< nothing: all articles
  std::string query_text;  ///< what `query` was read from, to show places of errors; may be ""
  bool any_word = false;           ///< parts that And and Or join rank, instead of being needed
  bool exact_phrases = false;      ///< Phrase is taken as ExactPhrase

  std::vector<Filter> filters;
  std::optional<DateRange> dates;  ///< undated articles don't pass; the answer counts them
  Clock clock;                     ///< for Date nodes and the buckets of the timeline

  SortOrder sort = SortOrder::Relevance;
  std::int64_t recency_half_life = 0;  ///< seconds after which a score counts half; 0: no decay
  std::uint64_t limit = 10;
  std::uint64_t offset = 0;
  bool count_only = false;  ///< an exact total, and no hits

  bool bodies = true;     ///< hits have the bodies of their articles, which only few readers need
  bool other = false;     ///< hits have what was stripped from their pages
  bool highlights = true;  ///< hits say where their headlines have words of the query
  unsigned snippets = 1;  ///< passages a hit
  unsigned context = 0;   ///< words on each side: snippets are single occurrences in their context,
                          ///< whose first highlight is the occurrence; 0: passages
  bool explain = false;

  std::vector<Field> facets;
  TimelineUnit timeline = TimelineUnit::None;

  bool collapse = false;   ///< near-identical articles become one hit
  bool expand = false;     ///< feedback expansion
  std::string like;        ///< id of an article to find similar ones of; "" for none
  bool before_it = false;  ///< with `like`: only what was published before that article
};

/// An index opened for searching. Each search answers from one generation, the newest that was
/// committed when it began, whatever is committed or swept meanwhile. One thread.
class Searcher {
 public:
  /// Throws Error{Index} when there is no index or it can't be read.
  explicit Searcher(const std::filesystem::path& index_path);
  Searcher(Searcher&& other) noexcept;
  Searcher& operator=(Searcher&& other) noexcept;
  ~Searcher();

  /// Answers all but what the caller knows: `query_text`, `understood`, `match`, `phrases`,
  /// `filters` and `took_ms` are left as they are. Throws Error{Query} for what can't be searched
  /// (an unknown country, too many words under a prefix) and Error{Index} for damage, or when a
  /// newer generation can't be read; the next search tries again.
  Answer search(const SearchRequest& request);

  /// The whole article of this id.
  std::optional<Article> find_article(std::string_view id);

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace news
