#include <chrono>
#include <cstdio>

#include "tests/catch.h"
#include "tests/indexer/segment/glass_fixture.h"

using namespace news;
using namespace news::glass_test;

/// Run by name: `indexer_tests "[speed]"`. Its figures are for reading, not for a pass mark.
TEST_CASE("Glass writer: speed over a Zipf-like segment", "[.][speed]") {
  constexpr std::size_t kArticles = 200'000;
  constexpr int kTerms = 200'000;
  std::mt19937 random(6);
  Postings postings(kArticles);
  for (int i = 1; i <= kTerms; ++i) {
    postings.add_random(std::to_string(i * 7919LL), std::min(0.9, 8.0 / i), 255, random);
  }
  std::size_t count = 0;
  for (const auto& [term, list] : postings.lists) count += list.size();

  const ScratchFolder scratch;
  const auto begin = std::chrono::steady_clock::now();
  const auto folder = write(postings, make_glass_writer, scratch / "speed");
  const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - begin;
  const auto bytes = static_cast<double>(std::filesystem::file_size(folder / "postlist.glass"));
  std::printf("%zu terms, %.1f M postings, %.1f MB in %.3f s: %.1f M postings/s, %.1f MB/s\n",
              postings.lists.size(), static_cast<double>(count) / 1e6, bytes / 1e6, seconds.count(),
              static_cast<double>(count) / 1e6 / seconds.count(), bytes / 1e6 / seconds.count());
  CHECK(Xapian::Database::check(folder.string(), 0, nullptr) == 0);
  const auto compacted = scratch / "compacted";
  Xapian::Database(folder.string())
      .compact(compacted.string(), Xapian::DBCOMPACT_NO_RENUMBER | Xapian::Compactor::FULL);
  std::printf("after Xapian's full compaction: %.1f MB\n",
              static_cast<double>(std::filesystem::file_size(compacted / "postlist.glass")) / 1e6);
}
