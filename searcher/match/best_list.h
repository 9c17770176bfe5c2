#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <utility>
#include <vector>

namespace news {

/// An article of one segment and what it scores.
struct Scored {
  std::uint32_t article = 0;
  double score = 0;
};

/// True when `a` stands before `b` in a ranking.
inline bool is_better(const Scored& a, const Scored& b) {
  return a.score != b.score ? a.score > b.score : a.article < b.article;
}

/// Keeps the `count` best of what is offered in ascending order of article. One thread.
class BestList {
 public:
  explicit BestList(std::size_t count)
      : count_(count), beaten_(count > 0 ? -1 : std::numeric_limits<double>::infinity()) {}

  /// Scores are not negative.
  void offer(std::uint32_t article, double score) {
    // A later article needs more than the same score.
    if (score > beaten_) insert({article, score});
  }

  /// What was kept, best first.
  std::vector<Scored> take() {
    std::sort_heap(heap_.begin(), heap_.end(), is_better);
    return std::move(heap_);
  }

 private:
  void insert(const Scored& scored) {
    if (heap_.size() == count_) {
      std::pop_heap(heap_.begin(), heap_.end(), is_better);
      heap_.pop_back();
    }
    heap_.push_back(scored);
    std::push_heap(heap_.begin(), heap_.end(), is_better);
    if (heap_.size() == count_) beaten_ = heap_.front().score;
  }

  std::size_t count_;
  double beaten_;             ///< a score that is not enough
  std::vector<Scored> heap_;  ///< the worst in front
};

}  // namespace news
