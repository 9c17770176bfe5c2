#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <mutex>
#include <optional>
#include <utility>

namespace news {

/// Hands values from threads that make them to threads that use them; holds `capacity` at most, so
/// that neither side runs ahead. Closing it ends both sides. Thread-safe.
template <typename Value>
class BoundedQueue {
 public:
  explicit BoundedQueue(std::size_t capacity) : capacity_(capacity) {}

  /// Waits for room. False when the queue was closed; the value is dropped then.
  bool push(Value value) {
    std::unique_lock lock(mutex_);
    room_.wait(lock, [&] { return closed_ || values_.size() < capacity_; });
    if (closed_) return false;
    values_.push_back(std::move(value));
    filled_.notify_one();
    return true;
  }

  /// Waits for a value; nothing when the queue is closed and empty.
  std::optional<Value> pop() {
    std::unique_lock lock(mutex_);
    filled_.wait(lock, [&] { return closed_ || !values_.empty(); });
    if (values_.empty()) return std::nullopt;
    std::optional<Value> value(std::move(values_.front()));
    values_.pop_front();
    room_.notify_one();
    return value;
  }

  /// No more values: what is in the queue can still be popped.
  void close() {
    const std::lock_guard lock(mutex_);
    closed_ = true;
    room_.notify_all();
    filled_.notify_all();
  }

 private:
  std::size_t capacity_;
  std::mutex mutex_;
  std::condition_variable room_;
  std::condition_variable filled_;
  std::deque<Value> values_;
  bool closed_ = false;
};

}  // namespace news
