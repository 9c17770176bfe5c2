#include "common/base/text.h"
#include "indexer/reader/detect.h"
#include "indexer/reader/fields.h"
#include "indexer/reader/splitters.h"
#include "indexer/reader/text_repair.h"
#include "indexer/reader/xml_reading.h"
#include "tests/catch.h"
#include "tests/indexer/reader/reader_helpers.h"
#include "tests/support.h"

// What docs/ADDING_A_FORMAT.md shows is compiled here, word for word.

// [example]
namespace news {
namespace {

constexpr std::string_view kStart = "TICKER 1\n";

bool detect(const Sniff& sniff) {
  return skip_bom_and_space(sniff.bytes).substr(0, kStart.size()) == kStart;
}

// "2026-02-04 10:10 | Lima | Port reopens | Ships left."
void parse(const Record& record, const ReadOptions&, ParsedRecord& out) {
  const std::string line = clean_text(record.bytes);
  if (line == kStart) return;
  const auto parts = split(line, '|');
  if (parts.size() != 4) return reject_part("", "a ticker line without its four parts", out);
  RawArticle raw;
  set_field(raw, Field::Published, parts[0], "first part");
  set_field(raw, Field::Dateline, parts[1], "second part");
  set_field(raw, Field::Headline, parts[2], "third part");
  set_field(raw, Field::Body, parts[3], "fourth part");
  add_article(std::move(raw), "", out);
}

}  // namespace

Format ticker_format() {
  return {"ticker", "a ticker: one story a line, in four parts", detect, split_lines, parse};
}

}  // namespace news
// [end]

namespace {

using namespace news;

TEST_CASE("The format that the documentation adds works", "[reader][docs]") {
  const Format format = ticker_format();
  CHECK(format.detect({"TICKER 1\na | b | c | d\n", "x"}));
  CHECK_FALSE(format.detect({"TICKER 2\n", "x"}));
  StringStream stream("TICKER 1\n2026-02-04 10:10 | Lima | Port reopens | Ships left.\nnoise\n");
  const auto splitter = format.split(stream);
  ParsedRecord out;
  for (Record record; splitter->next(record);) format.parse(record, {}, out);
  REQUIRE(out.articles.size() == 1);
  CHECK(out.articles[0].article.headline == "Port reopens");
  CHECK(out.articles[0].article.body == "Ships left.");
  CHECK(out.articles[0].dateline_text == "Lima");
  CHECK(out.rejections.size() == 1);
}

TEST_CASE("The documentation shows the code that is tested", "[reader][docs]") {
  const std::string root = NEWS_SOURCE_DIR;
  const std::string test =
      test::read_bytes(root + "/tests/indexer/reader/adding_a_format_test.cpp");
  const std::size_t begin = test.find("// [example]\n") + 13;
  const std::string code = test.substr(begin, test.find("// [end]\n") - begin);
  CHECK(test::read_bytes(root + "/docs/ADDING_A_FORMAT.md").find(code) != std::string::npos);
}

TEST_CASE("Every format is documented and has a fuzz target", "[reader][docs]") {
  const std::string root = NEWS_SOURCE_DIR;
  const std::string formats = test::read_bytes(root + "/docs/FORMATS.md");
  const std::string targets = test::read_bytes(root + "/fuzz/CMakeLists.txt");
  for (const Format& format : all_formats()) {
    INFO(format.name);
    CHECK(formats.find("`" + std::string(format.name) + "`") != std::string::npos);
    CHECK(targets.find(" " + std::string(format.name)) != std::string::npos);
  }
}

}  // namespace
