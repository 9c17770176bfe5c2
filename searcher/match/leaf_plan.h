#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "searcher/match/highlight_terms.h"
#include "searcher/match/plan.h"
#include "searcher/match/word_set.h"

namespace news {

/// The most words of the index that all prefixes and variants of a query may stand for.
inline constexpr std::size_t kMaxQueryExpansions = 20'000;
/// The most words of a phrase, or of a compound that is written as one word.
inline constexpr std::size_t kMaxPhraseWords = 500;

/// Resolves words, phrases and positional operators. One thread; borrows index and request.
/// Throws Error{Query} beyond the limits above.
class LeafPlanner {
 public:
  LeafPlanner(const Index& index, const SearchRequest& request);

  const Index& index() const { return index_; }

  /// A Word, Prefix, Variants, Phrase or ExactPhrase node of a text field or of no field. Empty
  /// when there is no word in it.
  PlanNode plan_words(const QueryNode& node);
  /// A Near, Adjacent, Sentence, Paragraph or AtLeast node.
  PlanNode plan_spans(const QueryNode& node);

  /// Starts to count anew what prefixes and variants stand for: the query is planned once more.
  void restart_count() { expansions_ = 0; }

  /// Words resolved while paused aren't highlighted: those that articles must not have.
  void pause_highlights(bool paused) { paused_ += paused ? 1 : -1; }
  /// Those resolved since the last call.
  HighlightTerms take_highlights() { return std::exchange(highlights_, {}); }
  std::vector<ProximityWord> take_proximity() { return std::move(proximity_); }
  std::set<std::string> take_spelled_words() { return std::move(spelled_words_); }

 private:
  PlanNode plan_resolved(std::vector<WordSet> words, const QueryNode& node);
  WordResolver& resolver_of(Field field);
  std::vector<WordSet> resolve(const QueryNode& node);
  PlanNode candidates(const std::vector<WordSet>& words, const QueryNode& node);
  PlanNode terms_of(const WordSet& words, const QueryNode& node);
  PlanNode pairs_of(const std::vector<WordSet>& words, const QueryNode& node);
  SpanNode add_spans(const QueryNode& node, SpanTree& tree, PlanNode& found);
  SpanNode add_leaf(const QueryNode& node, SpanTree& tree, PlanNode& found);
  void check_limits(const QueryNode& node, const std::vector<std::string>& spellings) const;
  void count_expansions(const WordSet& words);
  void note_proximity(const WordSet& words, const QueryNode& node, double idf);
  void note(const std::vector<WordSet>& words, const QueryNode& node);

  const Index& index_;
  const SearchRequest& request_;
  WordResolver resolver_;
  std::optional<WordResolver> other_resolver_;  ///< of stripped text, where it is asked for
  HighlightTerms highlights_;
  std::set<std::string> spelled_words_;
  std::vector<ProximityWord> proximity_;
  /// Words and phrases by kind, field, boost, whether highlights were paused, and text: most are
  /// planned twice, all of them needed and any of them enough.
  std::map<std::tuple<NodeKind, Field, double, bool, std::string>,
           std::pair<std::vector<WordSet>, PlanNode>>
      planned_;
  std::size_t expansions_ = 0;  ///< words that prefixes and variants stand for
  int paused_ = 0;
};

}  // namespace news
