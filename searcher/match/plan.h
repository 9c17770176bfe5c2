#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "common/index/index.h"
#include "searcher/match/highlight_terms.h"
#include "searcher/match/search.h"
#include "searcher/match/span_tree.h"
#include "searcher/query/date_expression.h"
#include "searcher/query/number_range.h"
#include "searcher/query/query_node.h"

namespace news {

/// A query resolved against an index: fields are terms, words are stems, dates are ranges. Holds
/// for every segment; knows no Xapian. A value.
struct PlanNode {
  enum class Kind : std::uint8_t {
    Empty,      ///< nothing was asked for: left out of what is around it
    Terms,      ///< articles with one of `terms`; scored by the largest impact among them
    Filter,     ///< articles with one of `terms`; not scored
    Spans,      ///< articles of the one child for which `spans` holds
    DateRange,  ///< articles published in `dates`
    Length,     ///< articles of `length` tokens
    And,
    Or,
    Not,    ///< all articles but those of the one child
    Maybe,  ///< articles of the first child; those that the second matches too score more
  };
  Kind kind = Kind::Empty;
  std::vector<std::string> terms;
  double weight = 0;  ///< Terms: boost x idf
  std::shared_ptr<const SpanTree> spans;
  DateRange dates;
  NumberRange length;
  std::vector<PlanNode> children;
};

/// A scored word of a query, in the order of the query.
struct ProximityWord {
  std::vector<std::string> stems;                   ///< tells words apart
  std::vector<std::vector<std::uint32_t>> numbers;  ///< by segment: its words in the token stream
  double idf = 0;
};

/// A search, resolved.
struct Plan {
  PlanNode query;   ///< Empty for all articles
  PlanNode any;     ///< the query with any of its words enough; Empty when that is the same
  PlanNode filter;  ///< what has to hold besides; Empty for nothing
  std::optional<DateRange> dates;
  Clock clock;
  HighlightTerms highlights;
  HighlightTerms any_highlights;         ///< of `any`
  std::vector<ProximityWord> proximity;  ///< the words whose nearness counts
  /// Words of the query that articles are to have, folded; none of those with * or ~.
  std::set<std::string> spelled_words;
};

/// Resolves a search. Throws Error{Query} for values that can't be looked up: a country that there
/// is not, a query without any word. Throws Error{Usage} for an article to be like that there is
/// not.
Plan make_plan(const Index& index, const SearchRequest& request);

}  // namespace news
