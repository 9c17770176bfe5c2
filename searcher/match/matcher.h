#pragma once

#include <cstdint>
#include <vector>

#include "common/index/index.h"
#include "searcher/match/compile.h"
#include "searcher/match/flat_match.h"
#include "searcher/match/plan.h"

namespace news {

/// Up to so many matches a total is exact, however few are asked for: it tells few from many.
inline constexpr std::uint64_t kFewMatches = 5;

/// An article that matches.
struct Match {
  std::size_t segment = 0;
  std::uint32_t article = 0;  ///< number inside the segment, from 1
  double score = 0;
  double proximity = 0;  ///< the part of `score` for words near each other, before decay
  double decay = 1;      ///< what the article's age leaves of its score
  UnixSeconds published = 0;
  bool dated = false;
};

/// The best matches, and how many there are.
struct MatchList {
  std::vector<Match> matches;
  std::uint64_t total = 0;
  bool total_is_exact = true;
};

/// Runs a plan over the segments of an index. One thread; borrows both. Throws Error{Index} for
/// what Xapian finds damaged.
class Matcher {
 public:
  Matcher(const Index& index, const Plan& plan) : index_(index), plan_(plan) {}

  /// The best articles, best first; ties go to the newer one, then to the smaller id.
  MatchList best(const PlanNode& words, const RankingDepth& depth) const;
  /// The `count` newest articles, undated ones last.
  MatchList newest(const PlanNode& words, std::uint64_t count) const;
  /// Every match, in order of segment and number; scores are 0 unless `scored`.
  std::vector<Match> all(const PlanNode& words, bool scored,
                         DateFilter dates = DateFilter::InRange) const;
  /// How many match.
  std::uint64_t count(const PlanNode& words, DateFilter dates = DateFilter::InRange) const;

  /// Id of an article, for breaking ties.
  std::string id_of(const Match& match) const;
  /// True when `a` stands before `b` among articles of the same score.
  bool is_newer(const Match& a, const Match& b) const;

 private:
  MatchList top(const PlanNode& words, const RankingDepth& depth, bool by_score) const;
  void fill_dates(std::vector<Match>& matches) const;
  MatchList merge(std::vector<MatchList> lists, std::uint64_t count, bool by_score) const;

  const Index& index_;
  const Plan& plan_;
};

}  // namespace news
