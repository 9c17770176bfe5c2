#pragma once

#include <cstddef>
#include <deque>
#include <functional>

#include "indexer/clean/clean.h"
#include "indexer/clean/site_evidence.h"

namespace news {

/// Holds pages back, and what comes behind them, until the pages of their sites have shown which
/// paragraphs are furniture; those are taken out. 64 MiB at most: what is beyond begins anew, with
/// what is known by then. For one thread; the order of results is kept.
class SitePageQueue {
 public:
  explicit SitePageQueue(std::function<void(CleanResult)> use);

  void push(CleanResult result);
  /// No more will come.
  void finish();

 private:
  std::function<void(CleanResult)> use_;
  std::deque<CleanResult> waiting_;
  std::size_t bytes_ = 0;  ///< of what waits
  std::uint64_t sequence_ = 0;
  SiteEvidence evidence_;
  SiteFurniture furniture_;
};

}  // namespace news
