#include "indexer/pipeline/merge.h"

#include "tests/catch.h"

namespace news {
namespace {

SegmentInfo segment_of(std::uint64_t articles, std::uint64_t deleted = 0) {
  SegmentInfo info;
  info.articles = articles;
  info.deleted = deleted;
  return info;
}

TEST_CASE("Few segments are left as they are", "[merge]") {
  CHECK(choose_merge({}).empty());
  CHECK(choose_merge(std::vector<SegmentInfo>(kMaxSegments - 1, segment_of(20))).empty());
}

TEST_CASE("A segment that is to a third removed articles is written anew", "[merge]") {
  CHECK(choose_merge({segment_of(90), segment_of(90, 29)}).empty());
  CHECK(choose_merge({segment_of(90), segment_of(90, 30)}) == std::vector<std::size_t>{1});
}

TEST_CASE("The tenth segment merges the small ones and leaves the large one", "[merge]") {
  std::vector<SegmentInfo> segments(kMaxSegments - 1, segment_of(20));
  segments.insert(segments.begin() + 3, segment_of(100000));
  const std::vector<std::size_t> places = choose_merge(segments);
  CHECK(places == std::vector<std::size_t>{0, 1, 2, 4, 5, 6, 7, 8, 9});
}

TEST_CASE("An article is written a logarithmic number of times", "[merge]") {
  std::vector<SegmentInfo> segments;
  std::uint64_t written = 0;
  for (int add = 0; add < 5000; ++add) {
    segments.push_back(segment_of(20));
    REQUIRE(segments.size() <= kMaxSegments);
    for (auto places = choose_merge(segments); !places.empty(); places = choose_merge(segments)) {
      std::uint64_t sum = 0;
      for (std::size_t i = places.size(); i > 0; --i) {
        sum += segments[places[i - 1]].articles;
        segments.erase(segments.begin() + static_cast<std::ptrdiff_t>(places[i - 1]));
      }
      segments.push_back(segment_of(sum));
      written += sum;
    }
  }
  CHECK(written < 8 * 5000 * 20);
}

}  // namespace
}  // namespace news
