#include "indexer/pipeline/source_order_queue.h"

#include <utility>

namespace news {
namespace {

// More than this isn't held back: the first in line goes on, doubtful as it is.
constexpr std::size_t kMostBytes = 64u << 20;
constexpr std::size_t kBytesBesideBody = 4096;

std::size_t bytes_of(const CleanResult& result) {
  return result.article.body.size() + kBytesBesideBody;
}

}  // namespace

bool SourceOrderQueue::settle(CleanResult& result) const {
  if (!result.month_first || result.article.source.empty()) return true;
  Article& article = result.article;
  const auto order = orders_.order_of(order_source(article));
  if (order.empty()) return false;
  const ArticleDates dates =
      settled_dates({article.published, article.updated}, *result.month_first, order);
  article.published = dates.published;
  article.updated = dates.updated;
  result.month_first.reset();
  return true;
}

void SourceOrderQueue::release_front() {
  bytes_ -= bytes_of(waiting_.front());
  use_(waiting_.front());
  waiting_.pop_front();
}

void SourceOrderQueue::push(CleanResult result) {
  orders_.add(order_source(result.article), result.date_order);
  if (waiting_.empty() && settle(result)) return use_(result);
  bytes_ += bytes_of(result);
  waiting_.push_back(std::move(result));
  while (!waiting_.empty() && (settle(waiting_.front()) || bytes_ > kMostBytes)) {
    release_front();
  }
}

void SourceOrderQueue::finish() {
  while (!waiting_.empty()) {
    settle(waiting_.front());
    release_front();
  }
}

}  // namespace news
