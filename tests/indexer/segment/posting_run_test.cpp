#include "indexer/segment/posting_run.h"

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "tests/catch.h"

namespace {

using Lists = std::map<std::string, std::vector<std::pair<std::uint32_t, std::uint32_t>>>;

class Collector : public news::PostingListWriter {
 public:
  void add(std::string_view term, const std::vector<news::Posting>& postings) override {
    auto& list = lists[std::string(term)];
    for (const news::Posting& posting : postings) list.emplace_back(posting.article, posting.wdf);
  }
  void finish() override {}

  Lists lists;
};

/// Files the same made-up postings in two runs that may hold so much in memory.
Lists merge_of_two(std::size_t memory_bytes) {
  std::vector<news::PostingRun> runs;
  for (int i = 0; i < 2; ++i) {
    runs.emplace_back(std::filesystem::temp_directory_path(), memory_bytes);
  }
  for (std::uint32_t article = 1; article <= 3000; ++article) {
    news::PostingRun& run = runs[article / 7 % 2];
    for (std::uint32_t i = 0; i < 20; ++i) {
      const std::uint32_t word = article * 31 % (100 + 997 * i) + i * 1000;
      run.add(run.term("term" + std::to_string(word)), article, i + 1);
    }
    run.end_article();
  }
  Collector collector;
  news::PostingRun::merge(runs, collector);
  return collector.lists;
}

}  // namespace

TEST_CASE("PostingRun merges what it put away with what it still holds", "[segment]") {
  const Lists in_memory = merge_of_two(1u << 30);
  REQUIRE(in_memory.size() > 5000);
  REQUIRE(merge_of_two(256u << 10) == in_memory);
  REQUIRE(merge_of_two(2u << 20) == in_memory);
}
