#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "common/index/index.h"
#include "searcher/match/form_search.h"
#include "searcher/match/matcher.h"

namespace news {

/// Scores how near each other the words of a query stand in an article, by Büttcher, Clarke and
/// Lushman, "Term proximity scoring for ad-hoc retrieval on very large text collections" (SIGIR
/// 2006): each word gathers idf / distance² of the words of the query beside it, which is saturated
/// as BM25 does. Words in another order than the query's count half, and the sum is divided by
/// 1 + words / 6: in a long query most words stand together by chance. One thread; borrows the
/// index and the words.
class ProximityScorer {
 public:
  ProximityScorer(const Index& index, const std::vector<ProximityWord>& words);

  /// False when no article can have a part: fewer than two words that tell anything.
  bool applies() const { return words_.size() > 1; }
  /// The part of an article's score. Throws Error{Index} on damage.
  double score(std::size_t segment, std::uint32_t article);
  /// Has the processor fetch what the score of an article needs.
  void prefetch(std::size_t segment, std::uint32_t article) const;
  /// No article's part is more.
  double most() const;

 private:
  /// A word of the query in an article. Positions count words; what is too far apart to matter
  /// may stand nearer than it does in the article.
  struct Place {
    std::uint32_t position = 0;
    std::uint32_t word = 0;
  };
  void load(std::size_t segment);
  /// The word of the query that a word of the segment loaded stands for; nullptr for none.
  const std::uint32_t* find_word(std::uint32_t number) const;
  void read_places(std::size_t segment, std::uint32_t article);
  void search_places(std::string_view codes);
  void gather();

  const Index& index_;
  std::vector<const ProximityWord*> words_;
  double factor_ = 0;
  std::size_t segment_;
  /// An open hash table of numbers of words in the token stream of the segment loaded.
  std::vector<std::pair<std::uint32_t, std::uint32_t>> table_;
  std::uint32_t mask_ = 0;
  std::optional<FormSearch> search_;  ///< for the codes of those, where they are few
  std::vector<Place> places_;
  std::vector<double> gathered_;  ///< by word
};

/// Adds the proximity part to the best of `found`, which is sorted by score, and sorts again. Only
/// the first kProximityDepth matches have one, so the order doesn't depend on how many were asked
/// for; of those it is worked out for the ones that may come to be among the first `count`.
void add_proximity(MatchList& found, std::uint64_t count, ProximityScorer& scorer,
                   const Matcher& matcher);

/// How many of the best matches have a proximity part.
inline constexpr std::uint64_t kProximityDepth = 100;

}  // namespace news
