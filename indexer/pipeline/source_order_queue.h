#pragma once

#include <cstddef>
#include <deque>
#include <functional>

#include "indexer/clean/clean.h"
#include "indexer/clean/source_orders.h"

namespace news {

/// Holds results back whose order of day and month is only assumed, and those behind them, until
/// another article of their source shows it. For one thread; the order of results is kept.
class SourceOrderQueue {
 public:
  explicit SourceOrderQueue(std::function<void(const CleanResult&)> use) : use_(std::move(use)) {}

  void push(CleanResult result);
  /// No more will come: what still waits goes on with what is known.
  void finish();

 private:
  /// True when the result need not wait any longer; its dates are as its source shows then.
  bool settle(CleanResult& result) const;
  void release_front();

  std::function<void(const CleanResult&)> use_;
  std::deque<CleanResult> waiting_;
  std::size_t bytes_ = 0;  ///< of the bodies that wait
  SourceOrders orders_;
};

}  // namespace news
