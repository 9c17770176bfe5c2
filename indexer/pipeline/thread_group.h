#pragma once

#include <exception>
#include <functional>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

namespace news {

/// Threads that work on one task together. The first exception of any of them is thrown by `join`;
/// `on_failure` is called then and there, to wake the others (by closing their queues).
class ThreadGroup {
 public:
  explicit ThreadGroup(std::function<void()> on_failure) : on_failure_(std::move(on_failure)) {}
  ThreadGroup(const ThreadGroup&) = delete;
  ThreadGroup& operator=(const ThreadGroup&) = delete;
  ~ThreadGroup() {
    if (!threads_.empty()) on_failure_();
    for (std::thread& thread : threads_) thread.join();
  }

  void start(std::function<void()> work) {
    threads_.emplace_back([this, work = std::move(work)] { run(work); });
  }

  /// Runs `work` on the calling thread as one of the group.
  void run(const std::function<void()>& work) {
    try {
      work();
    } catch (...) {
      {
        const std::lock_guard lock(mutex_);
        if (failure_ == nullptr) failure_ = std::current_exception();
      }
      on_failure_();
    }
  }

  /// Waits for all and throws what went wrong first.
  void join() {
    for (std::thread& thread : threads_) thread.join();
    threads_.clear();
    if (failure_ != nullptr) std::rethrow_exception(failure_);
  }

 private:
  std::function<void()> on_failure_;
  std::vector<std::thread> threads_;
  std::mutex mutex_;
  std::exception_ptr failure_;
};

}  // namespace news
