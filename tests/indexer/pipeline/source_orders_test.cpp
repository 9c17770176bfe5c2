#include "indexer/clean/source_orders.h"

#include <string>

#include "indexer/pipeline/source_order_queue.h"
#include "tests/catch.h"

using namespace news;

namespace {

CleanResult article(const std::string& id, const std::string& source, const std::string& date) {
  RawArticle raw;
  raw.article.id = id;
  raw.article.source = source;
  raw.article.headline = "Port opens";
  raw.article.body = "Ships move again.";
  raw.article.language = "en";
  raw.published_text = date;
  raw.published_key = "date";
  return clean(std::move(raw), {});
}

}  // namespace

TEST_CASE("A source's order is what all of its dates show", "[dates]") {
  SourceOrders orders;
  orders.add("a", "dmy");
  orders.add("a", "");
  orders.add("b", "mdy");
  orders.add("c", "mdy");
  orders.add("", "mdy");
  SourceOrders others;
  others.add("c", "dmy");
  others.add("d", "mdy");
  orders.add(others);
  const SourceOrders read_again(orders.by_source());
  for (const SourceOrders& all : {orders, read_again}) {
    CHECK(all.order_of("a") == "dmy");
    CHECK(all.order_of("b") == "mdy");
    CHECK(all.order_of("c").empty());
    CHECK(all.order_of("d") == "mdy");
    CHECK(all.order_of("e").empty());
    CHECK(all.order_of("").empty());
  }
}

TEST_CASE("Dates are settled by others of their source, results stay in order", "[dates]") {
  std::string told;
  SourceOrderQueue queue([&](const CleanResult& result) {
    const DateStamp& date = result.article.published;
    told += result.article.id + " " + date.to_iso8601() + (date.doubtful ? "?" : "") + "\n";
  });
  queue.push(article("1", "Example", "04/02/2024"));
  queue.push(article("2", "Other", "05/03/2024"));
  queue.push(article("3", "", "05/03/2024"));
  CHECK(told.empty());
  queue.push(article("4", "EXAMPLE", "02/13/2024"));
  CHECK(told == "1 2024-04-02\n");
  queue.push(article("5", "Example", "03/02/2024"));
  queue.finish();
  CHECK(told == "1 2024-04-02\n2 2024-03-05?\n3 2024-03-05?\n4 2024-02-13\n5 2024-03-02\n");
}

TEST_CASE("An update's date is settled with that of publication", "[dates]") {
  RawArticle raw;
  raw.article.source = "Example";
  raw.article.headline = "Port opens";
  raw.published_text = "04/02/2024";
  raw.updated_text = "04/03/2024 10:10";
  const CleanResult result = clean(std::move(raw), {});
  REQUIRE(result.month_first);
  const ArticleDates given = {result.article.published, result.article.updated};
  const ArticleDates dates = settled_dates(given, *result.month_first, "mdy");
  CHECK(dates.published.to_iso8601() == "2024-04-02");
  CHECK_FALSE(dates.published.doubtful);
  CHECK(dates.published.from.find("mdy by dates of the source") != std::string::npos);
  CHECK(dates.updated.to_iso8601() == "2024-04-03T10:10:00Z");
  CHECK(settled_dates(given, *result.month_first, "dmy").updated.to_iso8601() ==
        "2024-03-04T10:10:00Z");
}
