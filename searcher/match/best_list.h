#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

namespace news {

/// An article of one segment and what it scores.
struct Scored {
  std::uint32_t article = 0;
  double score = 0;
};

/// True when `a` stands before `b` in a ranking.
inline constexpr auto is_better = [](const Scored& a, const Scored& b) {
  return a.score != b.score ? a.score > b.score : a.article < b.article;
};

/// Keeps the `count` best of what is offered in ascending order of article. Those that may be among
/// them are gathered, and now and then all but the best let go, which costs less than a heap.
/// One thread.
class BestList {
 public:
  explicit BestList(std::size_t count)
      : count_(count), beaten_(count > 0 ? -1 : std::numeric_limits<double>::infinity()) {}

  /// Scores are not negative.
  void offer(std::uint32_t article, double score) {
    // A later article needs more than the same score.
    if (score <= beaten_) return;
    if (kept_.size() >= count_ && kept_.size() - count_ >= kMostMore) keep_best();
    if (score > beaten_) kept_.push_back({article, score});
  }

  /// What was kept, best first.
  std::vector<Scored> take() {
    if (kept_.size() > count_) keep_best();
    std::sort(kept_.begin(), kept_.end(), is_better);
    return std::move(kept_);
  }

 private:
  static constexpr std::size_t kMostMore = 256;  ///< gathered beyond those that are kept

  void keep_best() {
    const auto last = kept_.begin() + static_cast<std::ptrdiff_t>(count_ - 1);
    std::nth_element(kept_.begin(), last, kept_.end(), is_better);
    beaten_ = last->score;
    kept_.resize(count_);
  }

  std::size_t count_;
  double beaten_;             ///< a score that is not enough
  std::vector<Scored> kept_;
};

}  // namespace news
