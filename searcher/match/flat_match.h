#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "common/index/posting_cursor.h"
#include "searcher/match/best_list.h"
#include "searcher/match/date_query.h"
#include "searcher/match/flat_query.h"

namespace news {

/// Some matches of one segment, and how many there are.
struct FlatMatches {
  std::vector<Scored> found;
  std::uint64_t total = 0;
  bool total_is_exact = true;
};

/// How much of a ranking by score is asked for.
struct RankingDepth {
  std::uint64_t count = 0;  ///< the best, best first
  // What a later step makes of them: it adds to their scores and keeps some. Those that can't be
  // among these may be left out.
  std::uint64_t kept = count;
  double most_added = 0;
};

/// Answers a flat query over one segment. All articles that the postings allow are looked at, so
/// totals are exact; but where each is to be checked against its word order and they are many, the
/// best are checked first and the total says what was found. One thread; borrows all. Throws
/// Error{Index} and what `SpanMatcher` throws.
class FlatMatcher {
 public:
  /// Unless `scored`, scores don't count and may be anything.
  FlatMatcher(const Segment& segment, std::size_t number, const Clock& clock,
              const FlatQuery& query, bool scored);

  /// The best, best first; of the same score the smaller number.
  FlatMatches best(const RankingDepth& depth);
  /// The `count` smallest numbers, ascending.
  FlatMatches first(std::size_t count);
  /// How many there are, exactly.
  std::uint64_t count();
  /// Every match, ascending, with its score.
  std::vector<Scored> all();

 private:
  // Articles that are scored side by side when any word is enough: their sums stay in the nearest
  // cache.
  static constexpr std::uint32_t kWindow = 2048;
  struct Window {
    std::array<double, kWindow> sums{};
    std::array<std::uint64_t, kWindow / 64> found{};  ///< a bit an article
  };
  struct ScoredCursor {
    PostingCursor cursor;
    double weight = 0;
  };

  bool open(const std::vector<FlatQuery::Group>& groups, std::vector<ScoredCursor>& cursors);
  void bound_articles();
  /// True when nothing is asked but a range of articles that is not empty.
  bool is_every_article() const;
  bool passes(std::uint32_t article) { return !is_conditional_ || meets_conditions(article); }
  bool meets_conditions(std::uint32_t article);
  bool has_all(std::uint32_t article);
  /// What the words that are all needed add to the article on which their cursors stand.
  double score_of_all() const;
  /// Adds what the lists that have the article give it. False when none has it.
  static bool add_scores(std::vector<ScoredCursor>& lists, std::uint32_t article, double& score);
  bool spans_hold(std::uint32_t article);
  FlatMatches best_of_many(std::vector<Scored> candidates, const RankingDepth& depth);
  /// Puts candidates that spans allow before the others, and returns where those begin.
  std::vector<Scored>::iterator keep_matches(std::vector<Scored>::iterator from,
                                             std::vector<Scored>::iterator end);

  // `use(article, score)` is called for every article, ascending, that all but spans allow.
  template <typename Use>
  void for_each_candidate(Use use);
  template <typename Use>
  void walk_articles(Use use);
  template <typename Use>
  void walk_one_list(Use use);
  template <typename Use>
  void walk_rarest(Use use);
  template <typename Use>
  void walk_windows(Use use);
  /// Adds to the sums of a window's articles that were found.
  void add_more(std::uint32_t begin, std::uint32_t end, Window& window);

  const Segment& segment_;
  const FlatQuery& query_;
  ArticleRange articles_;
  std::vector<DateCheck> dates_;
  bool is_conditional_ = false;  ///< more than words is asked for
  PostingUnions unions_;
  std::vector<ScoredCursor> all_;
  std::vector<std::size_t> by_frequency_;  ///< of `all_`, rarest first
  std::vector<ScoredCursor> any_;
  std::vector<ScoredCursor> none_;
  std::vector<ScoredCursor> more_;
  std::vector<SpanMatcher> spans_;
  const TokenStream* word_order_ = nullptr;  ///< what the first of them reads
};

}  // namespace news
