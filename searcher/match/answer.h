#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "common/article/article.h"

namespace news {

/// A passage of an article with the words that matched.
struct Snippet {
  std::string text;
  std::vector<std::pair<std::size_t, std::size_t>> highlights;  ///< [start, end) in code points
  std::string field;                                            ///< "body", "summary", ...
};

/// An article folded under a hit that tells the same story.
struct FoldedCopy {
  std::string id;
  std::string headline;
  std::string source;
  DateStamp published;
};

/// One article that answers the query.
struct Hit {
  std::uint64_t rank = 0;  ///< from 1, counted over all pages
  double score = 0;
  Article article;
  std::vector<Snippet> snippets;
  std::vector<std::pair<std::size_t, std::size_t>> headline_highlights;  ///< code points
  std::uint64_t copies = 0;  ///< near-identical articles folded under this one
  std::vector<FoldedCopy> copies_folded;  ///< the first of them, oldest first
  std::string explanation;                ///< with --explain
};

struct FacetValue {
  std::string value;
  std::uint64_t count = 0;
};

struct Facet {
  std::string field;
  std::vector<FacetValue> values;  ///< most frequent first, then by value
};

struct TimelineBucket {
  std::string start;        ///< "2026-02-04", "2026-02", "2026"
  std::uint64_t count = 0;  ///< matches in it
  std::uint64_t total = 0;  ///< all articles in it
};

/// What a search found: all that any output format prints.
struct Answer {
  std::string query_text;
  std::string understood;  ///< the query as it was understood, in the query language
  std::string match;       ///< "all" or "any"
  bool relaxed = false;    ///< no article had all words; partial matches are shown
  std::string phrases;     ///< "inflected" or "exact"
  std::vector<std::pair<std::string, std::vector<std::string>>> filters;

  std::string index_path;
  std::uint64_t generation = 0;
  std::uint64_t articles = 0;  ///< in the whole index

  std::uint64_t total = 0;
  bool total_is_exact = true;
  bool collapsed = false;                ///< --collapse: a hit is a story
  std::optional<std::uint64_t> stories;  ///< that the matches tell, if they were counted
  std::uint64_t undated = 0;  ///< would match, but have no date and a date filter was given
  double took_ms = 0;
  bool counted_only = false;  ///< --count: no hits were asked for

  std::vector<Hit> hits;
  std::vector<Facet> facets;
  std::optional<std::vector<TimelineBucket>> timeline;
  std::string suggestion;  ///< "" for none
};

}  // namespace news
