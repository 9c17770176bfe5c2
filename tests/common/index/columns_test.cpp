#include "common/index/columns.h"

#include "common/analysis/word_forms.h"
#include "common/base/error.h"
#include "tests/catch.h"
#include "tests/support.h"

using namespace news;

TEST_CASE("Columns give back numbers of every width", "[columns]") {
  const test::TempFolder folder;
  const std::vector<std::vector<std::int64_t>> columns = {
      {7, 7, 7}, {-1, 0, 254}, {0, 65535, 3}, {-5'000'000'000, -4'999'999'000, -4'999'999'999},
      {INT64_MIN, 0, INT64_MAX}};
  ColumnsWriter writer(folder / "columns", 3);
  for (std::size_t i = 0; i < columns.size(); ++i) {
    writer.add_numbers("c" + std::to_string(i), columns[i]);
  }
  writer.finish();
  const Columns read(folder / "columns");
  CHECK(read.articles() == 3);
  for (std::size_t i = 0; i < columns.size(); ++i) {
    for (std::size_t k = 0; k < 3; ++k) {
      CHECK(read.numbers("c" + std::to_string(i))[k] == columns[i][k]);
    }
  }
  CHECK_THROWS_AS(read.numbers("c0")[3], Error);
  CHECK_THROWS_AS(read.numbers("none"), Error);
}

TEST_CASE("Columns join labels that fold alike and keep their order", "[columns]") {
  const test::TempFolder folder;
  LabelColumnBuilder labels;
  labels.add({"Reuters", "AP"});
  labels.add({});
  labels.add({"reuters"});
  ColumnsWriter writer(folder / "columns", 3);
  writer.add_labels("source", labels, fold_label);
  writer.finish();
  const Columns read(folder / "columns");
  const LabelColumn& column = read.labels("source");
  REQUIRE(column.size() == 2);
  std::vector<std::string> seen;
  for (std::uint64_t number = 1; number <= 3; ++number) {
    column.for_each(number, [&](std::uint64_t label) { seen.emplace_back(column.label(label)); });
    seen.emplace_back("|");
  }
  CHECK(seen == std::vector<std::string>{"Reuters", "AP", "|", "|", "Reuters", "|"});
}

TEST_CASE("Columns give each of many articles its own labels", "[columns]") {
  const test::TempFolder folder;
  const auto labels_of = [](const std::string& column, int i) {
    std::vector<std::string> labels;
    const int count = column == "one" ? 1 : column == "none" ? 0 : (i * 7) % 5;
    for (int k = 0; k < count; ++k) labels.push_back("label " + std::to_string((i + k) % 9));
    return labels;
  };
  const std::vector<std::string> names = {"one", "none", "many"};
  constexpr int kArticles = 64 * 3 + 5;
  ColumnsWriter writer(folder / "columns", kArticles);
  for (const std::string& name : names) {
    LabelColumnBuilder labels;
    for (int i = 0; i < kArticles; ++i) labels.add(labels_of(name, i));
    writer.add_labels(name, labels, fold_label);
  }
  writer.finish();
  const Columns read(folder / "columns");
  for (const std::string& name : names) {
    const LabelColumn& column = read.labels(name);
    for (int i = 0; i < kArticles; ++i) {
      std::vector<std::string> seen;
      column.for_each(static_cast<std::uint64_t>(i) + 1,
                      [&](std::uint64_t label) { seen.emplace_back(column.label(label)); });
      CHECK(seen == labels_of(name, i));
    }
  }
}
