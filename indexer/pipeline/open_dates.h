#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "indexer/clean/source_orders.h"

namespace news {

class ArticleRun;

/// What the articles of one run show about the order of day and month, and those whose dates it
/// leaves open. One thread.
class OpenDates {
 public:
  /// Notes an article by its place in the corpus.
  void add(const CleanResult& result, std::uint64_t sequence);

  const SourceOrders& shown() const { return shown_; }
  /// Gives the articles of `run` the dates that go with the orders of their sources.
  void settle(const SourceOrders& orders, ArticleRun& run) const;

 private:
  struct Open {
    std::uint64_t sequence = 0;
    std::string source;
    ArticleDates day_first;
    ArticleDates month_first;
  };
  SourceOrders shown_;
  std::vector<Open> open_;
};

}  // namespace news
