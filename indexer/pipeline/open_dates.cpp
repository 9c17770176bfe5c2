#include "indexer/pipeline/open_dates.h"

#include <utility>

#include "indexer/segment/article_run.h"

namespace news {

void OpenDates::add(const CleanResult& result, std::uint64_t sequence) {
  if (result.date_order.empty() && !result.month_first) return;
  std::string source = order_source(result.article);
  shown_.add(source, result.date_order);
  if (!result.month_first || source.empty()) return;
  const Article& article = result.article;
  open_.push_back({sequence, std::move(source), {article.published, article.updated},
                   *result.month_first});
}

void OpenDates::settle(const SourceOrders& orders, ArticleRun& run) const {
  for (const Open& open : open_) {
    const std::string_view order = orders.order_of(open.source);
    if (order.empty()) continue;
    const ArticleDates dates = settled_dates(open.day_first, open.month_first, order);
    run.set_dates(open.sequence, dates.published, dates.updated);
  }
}

}  // namespace news
