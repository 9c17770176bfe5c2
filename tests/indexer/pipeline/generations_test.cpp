#include "common/index/index.h"
#include "indexer/pipeline/build.h"
#include "indexer/pipeline/update.h"
#include "tests/catch.h"
#include "tests/support.h"

namespace news {
namespace {

namespace fs = std::filesystem;

BuildOptions corpus_of(const fs::path& file, int first, int last,
                       const std::string& language = "en") {
  std::string lines;
  for (int n = first; n <= last; ++n) {
    const std::string number = std::to_string(n);
    lines += R"({"id":")" + number + R"(","headline":"Number )" + number +
             R"( of the wire","body":"A story about pangolins.",)" + R"("language":")" + language +
             "\"}\n";
  }
  test::write_bytes(file, lines);
  BuildOptions options;
  options.corpus = {file.string()};
  return options;
}

/// Articles of an open index whose ids, postings, words and columns can be read.
int readable(const Index& index, int most) {
  int found = 0;
  for (int n = 1; n <= most; ++n) {
    for (const Segment& segment : index.segments()) {
      const std::uint32_t number = segment.find(std::to_string(n));
      if (number == 0) continue;
      found += segment.article(number).body == "A story about pangolins.";
      CHECK(!segment.words().with_folded("pangolins").empty());
      CHECK(segment.frequency("pangolin") > 0);
    }
  }
  return found;
}

TEST_CASE("An open index keeps its generation while others are committed and swept", "[index]") {
  const test::TempFolder folder;
  const fs::path path = folder / "index";
  build_index(path, corpus_of(folder / "a.jsonl", 1, 20));
  const Index first(path);
  CHECK(first.is_newest());
  add_to_index(path, corpus_of(folder / "b.jsonl", 11, 30), false);
  CHECK_FALSE(first.is_newest());
  const Index second(path);
  compact_index(path, {});
  remove_from_index(path, {"1", "2", "30"}, {});
  const Index last(path);
  build_index(path, corpus_of(folder / "c.jsonl", 5, 6));
  CHECK(readable(first, 30) == 20);
  CHECK(readable(second, 30) == 30);
  CHECK(readable(last, 30) == 27);
  CHECK(readable(Index(path), 30) == 2);
}

TEST_CASE("The languages of an index are those of its articles, however others went", "[index]") {
  const test::TempFolder folder;
  const fs::path path = folder / "index";
  using Languages = std::vector<std::string>;
  const auto languages = [&] { return Index(path).manifest().languages; };
  build_index(path, corpus_of(folder / "a.jsonl", 1, 3, "fr"));
  add_to_index(path, corpus_of(folder / "b.jsonl", 4, 30), false);
  CHECK(languages() == Languages{"en", "fr"});
  SECTION("the last article of a segment") {
    remove_from_index(path, {"1", "2", "3"}, {});
    CHECK(languages() == Languages{"en"});
  }
  SECTION("replaced by ones in another language") {
    add_to_index(path, corpus_of(folder / "c.jsonl", 1, 3, "de"), false);
    CHECK(languages() == Languages{"de", "en"});
  }
  SECTION("some of a segment") {
    compact_index(path, {});
    remove_from_index(path, {"1", "3"}, {});
    CHECK(languages() == Languages{"en", "fr"});
    remove_from_index(path, {"2"}, {});
    CHECK(languages() == Languages{"en"});
    compact_index(path, {});
    CHECK(languages() == Languages{"en"});
  }
}

TEST_CASE("An index that was removed is not the newest", "[index]") {
  const test::TempFolder folder;
  build_index(folder / "index", corpus_of(folder / "a.jsonl", 1, 2));
  Index index(folder / "index");
  fs::remove_all(folder / "index");
  CHECK_FALSE(index.is_newest());
  build_index(folder / "index", corpus_of(folder / "a.jsonl", 1, 3));
  CHECK_FALSE(index.is_newest());
  index = Index(folder / "index");
  CHECK(index.is_newest());
  CHECK(readable(index, 3) == 3);
}

}  // namespace
}  // namespace news
