#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <vector>

#include "common/article/rejection.h"

namespace news {

/// Hands rejections on in the order of the corpus, whichever thread is done first. What it holds
/// back is what came from batches behind one that is still at work. Thread-safe.
class OrderedRejections {
 public:
  /// `tell` is called with one rejection at a time, on any of the threads.
  explicit OrderedRejections(std::function<void(const Rejection&)> tell) : tell_(std::move(tell)) {}

  /// From the thread that reads: what it couldn't read, behind the batches handed out so far.
  void add_while_reading(const Rejection& rejection);
  /// From the same thread: one more batch is handed out. They are numbered from 0.
  void hand_out_batch();
  /// From any thread: the batch of that number is done, and these are its rejections.
  void finish_batch(std::uint64_t number, std::vector<Rejection> rejections);

 private:
  void tell_all(std::vector<Rejection>& rejections);
  void tell_what_is_next();

  std::function<void(const Rejection&)> tell_;
  std::mutex mutex_;
  std::uint64_t handed_out_ = 0;
  std::uint64_t told_ = 0;  ///< all of the batches before this one are told
  std::map<std::uint64_t, std::vector<Rejection>> while_reading_;  ///< told before that batch
  std::map<std::uint64_t, std::vector<Rejection>> finished_;
};

}  // namespace news
