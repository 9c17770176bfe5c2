#include "common/index/manifest.h"

#include <functional>

#include "common/base/error.h"
#include "common/base/hash.h"
#include "tests/catch.h"
#include "tests/support.h"

using namespace news;

namespace {

Manifest sample_manifest() {
  Manifest manifest;
  manifest.generation = 7;
  manifest.ranking.pivot_length = 123.456;
  manifest.languages = {"en", "zh"};
  manifest.segments = {{"000007", 42, 1000, {{"articles", 10, "00ff00ff00ff00ff"}}, 2,
                        SegmentFile{"deleted-7", 5, "0123456789abcdef"}}};
  manifest.rejections = {{"empty file", 3}};
  manifest.date_orders = {{"post", "mdy"}};
  manifest.site_furniture = {{"00ff00ff00ff00ff", 4}};
  manifest.watched = {{"0123456789abcdef", 1'770'000'000}};
  return manifest;
}

}  // namespace

TEST_CASE("decode_manifest gives back what was encoded", "[manifest]") {
  const std::string text = encode_manifest(sample_manifest());
  const Manifest read = decode_manifest(text, "manifest.json");
  CHECK(encode_manifest(read) == text);
  CHECK(read.articles() == 40);
  REQUIRE(read.segments[0].deletions);
  CHECK(read.segments[0].deletions->name == "deleted-7");
  CHECK(read.ranking.pivot_length == 123.456);
  CHECK(read.watched == sample_manifest().watched);
}

TEST_CASE("decode_manifest notices every changed byte", "[manifest]") {
  const std::string good = encode_manifest(sample_manifest());
  for (std::size_t i = 0; i < good.size(); ++i) {
    std::string bad = good;
    bad[i] = static_cast<char>(bad[i] ^ 1);
    CAPTURE(i);
    CHECK_THROWS_AS(decode_manifest(bad, "manifest.json"), Error);
  }
}

TEST_CASE("decode_manifest tells an index from the future from a damaged one", "[manifest]") {
  std::string text = encode_manifest(sample_manifest());
  std::string newer = text;
  newer.replace(newer.find("\"version\": 2"), 12, "\"version\": 3");
  CHECK_THROWS_WITH(decode_manifest(newer, "i/manifest.json"),
                    Catch::Contains("version 3") && Catch::Contains("a newer program"));
  std::string older = text;
  older.replace(older.find("\"version\": 2"), 12, "\"version\": 1");
  CHECK_THROWS_WITH(decode_manifest(older, "i/manifest.json"),
                    Catch::Contains("version 1") && Catch::Contains("build the index anew"));
  std::string feature = text;
  feature.replace(feature.find("\"columns\""), 9, "\"volumes\"");
  CHECK_THROWS_WITH(decode_manifest(feature, "i/manifest.json"), Catch::Contains("volumes"));
  CHECK_THROWS_AS(decode_manifest("{}", "m"), Error);
  CHECK_THROWS_AS(decode_manifest("not json", "m"), Error);
  CHECK_THROWS_AS(decode_manifest("[1]", "m"), Error);
}

TEST_CASE("decode_manifest trusts no name and no count", "[manifest]") {
  const auto decode = [](const std::function<void(SegmentInfo&)>& spoil) {
    Manifest manifest = sample_manifest();
    spoil(manifest.segments[0]);
    return decode_manifest(encode_manifest(manifest), "m").articles();
  };
  CHECK(decode([](SegmentInfo& s) { s.files[0].name = "postings/iamglass"; }) == 40);
  for (const char* name : {"", ".", "..", "../../x", "a/../../x", "/etc/passwd", "a/"}) {
    CAPTURE(name);
    CHECK_THROWS_AS(decode([&](SegmentInfo& s) { s.files[0].name = name; }), Error);
    CHECK_THROWS_AS(decode([&](SegmentInfo& s) { s.id = name; }), Error);
    CHECK_THROWS_AS(decode([&](SegmentInfo& s) { s.deletions->name = name; }), Error);
  }
  CHECK_THROWS_AS(decode([](SegmentInfo& s) { s.deletions->name = "deleted-/../../x"; }), Error);
  CHECK_THROWS_AS(decode([](SegmentInfo& s) { s.deleted = 43; }), Error);
  CHECK_THROWS_AS(decode([](SegmentInfo& s) { s.articles = 0; }), Error);
  CHECK_THROWS_AS(decode([](SegmentInfo& s) { s.articles = UINT64_MAX; }), Error);
}

TEST_CASE("read_manifest says what is missing", "[manifest]") {
  const test::TempFolder folder;
  CHECK_THROWS_WITH(read_manifest(folder / "none"), Catch::Contains("there is no index"));
  CHECK_THROWS_WITH(read_manifest(folder.path()), Catch::Contains("is not a news index"));
  write_manifest(folder.path(), sample_manifest());
  CHECK(read_manifest(folder.path()).generation == 7);
}
