#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "searcher/query/query_node.h"
#include "tests/oracle/oracle_corpus.h"
#include "tests/oracle/oracle_dates.h"

namespace news::test {

/// A search as a user of the command line states it.
struct OracleRequest {
  std::optional<QueryNode> query;
  bool any_word = false;
  bool exact_phrases = false;
  std::vector<std::pair<Field, std::string>> filters;   ///< any of the values of one field
  std::vector<std::pair<Field, std::string>> excluded;  ///< none of these
  std::string after, before, on;                        ///< "" for none
  OracleClock clock;
};

struct OracleAnswer {
  std::set<std::string> ids;
  bool relaxed = false;
  std::size_t undated = 0;  ///< would match, but for the date filter
};

/// Answers queries by looking at every word of every article.
class Oracle {
 public:
  explicit Oracle(const OracleCorpus& corpus);
  OracleAnswer answer(const OracleRequest& request);

 private:
  using Set = std::vector<char>;       ///< by article: is it in?
  using WordSet = std::vector<char>;   ///< by word of the corpus
  using Span = std::pair<std::size_t, std::size_t>;  ///< first and last token
  /// Words of a leaf, one set a token; borrowed from the cache.
  using Leaf = std::vector<const WordSet*>;

  std::optional<Set> matches(const QueryNode& node);
  std::optional<Set> any_of_words(const QueryNode& root, bool asked);
  std::optional<Set> combine(const QueryNode& node);
  std::optional<Set> matches_leaf(const QueryNode& node);
  Set matches_spans(const QueryNode& node);
  Set matches_value(const QueryNode& node) const;
  bool has_value(const OracleArticle& article, Field field, const std::string& value,
                 bool prefix) const;
  Set passing(const OracleRequest& request) const;

  const Leaf& leaf(const QueryNode& node);
  const WordSet& words(NodeKind kind, const std::string& spelling, bool stripped);
  WordSet find_words(NodeKind kind, const std::string& spelling, bool stripped) const;
  std::vector<Span> spans(const QueryNode& node, const OracleArticle& article);
  std::vector<Span> phrase_spans(const QueryNode& node, const OracleArticle& article);
  std::vector<Span> pair_spans(const QueryNode& node, const OracleArticle& article);

  const OracleCorpus& corpus_;
  OracleClock clock_;
  bool exact_phrases_ = false;
  std::map<std::tuple<NodeKind, std::string, bool>, WordSet> words_;
  std::map<const QueryNode*, Leaf> leaves_;
};

}  // namespace news::test
