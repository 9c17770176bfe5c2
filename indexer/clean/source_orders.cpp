#include "indexer/clean/source_orders.h"

#include "common/analysis/word_forms.h"
#include "indexer/clean/date_order.h"

namespace news {
namespace {

constexpr std::string_view kBoth = "both";

DateStamp settled_date(const DateStamp& day_first, const DateStamp& month_first,
                       std::string_view order) {
  if (!month_first.known()) return day_first;
  DateStamp settled = order == "mdy" ? month_first : day_first;
  settled.doubtful = month_first.doubtful;
  settled.from = day_first.from;
  const std::size_t at = settled.from.find(kAssumedOrder);
  if (at != std::string::npos) {
    settled.from.replace(at, kAssumedOrder.size(), std::string(order) + " by dates of the source");
  }
  return settled;
}

}  // namespace

SourceOrders::SourceOrders(const std::map<std::string, std::string>& by_source) {
  for (const auto& [source, order] : by_source) {
    shown_[source] = {order != "mdy", order != "dmy"};
  }
}

void SourceOrders::add(const std::string& source, std::string_view order) {
  if (order.empty() || source.empty()) return;
  Shown& shown = shown_[source];
  (order == "dmy" ? shown.day_first : shown.month_first) = true;
}

void SourceOrders::add(const SourceOrders& other) {
  for (const auto& [source, shown] : other.shown_) {
    Shown& all = shown_[source];
    all.day_first |= shown.day_first;
    all.month_first |= shown.month_first;
  }
}

std::string_view SourceOrders::order_of(const std::string& source) const {
  const auto found = shown_.find(source);
  if (found == shown_.end() || found->second.day_first == found->second.month_first) return {};
  return found->second.day_first ? "dmy" : "mdy";
}

std::map<std::string, std::string> SourceOrders::by_source() const {
  std::map<std::string, std::string> orders;
  for (const auto& [source, shown] : shown_) {
    const std::string_view order = order_of(source);
    orders.emplace(source, order.empty() ? kBoth : order);
  }
  return orders;
}

std::string order_source(const Article& article) { return fold_label(article.source); }

ArticleDates settled_dates(const ArticleDates& day_first, const ArticleDates& month_first,
                           std::string_view order) {
  return {settled_date(day_first.published, month_first.published, order),
          settled_date(day_first.updated, month_first.updated, order)};
}

}  // namespace news
