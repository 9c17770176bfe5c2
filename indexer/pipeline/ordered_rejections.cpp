#include "indexer/pipeline/ordered_rejections.h"

#include <utility>

namespace news {

void OrderedRejections::add_while_reading(const Rejection& rejection) {
  const std::lock_guard lock(mutex_);
  while_reading_[handed_out_].push_back(rejection);
  tell_what_is_next();
}

void OrderedRejections::hand_out_batch() {
  const std::lock_guard lock(mutex_);
  ++handed_out_;
}

void OrderedRejections::finish_batch(std::uint64_t number, std::vector<Rejection> rejections) {
  const std::lock_guard lock(mutex_);
  finished_[number] = std::move(rejections);
  tell_what_is_next();
}

void OrderedRejections::tell_all(std::vector<Rejection>& rejections) {
  for (const Rejection& rejection : rejections) tell_(rejection);
}

void OrderedRejections::tell_what_is_next() {
  for (;;) {
    if (const auto found = while_reading_.find(told_); found != while_reading_.end()) {
      tell_all(found->second);
      while_reading_.erase(found);
    }
    const auto done = finished_.find(told_);
    if (done == finished_.end()) return;
    tell_all(done->second);
    finished_.erase(done);
    ++told_;
  }
}

}  // namespace news
