#include "tests/catch.h"
#include "tests/indexer/reader/reader_helpers.h"

namespace {

using namespace news;
using Texts = std::vector<std::string>;

TEST_CASE("A table is read by its header, quotes and all", "[reader][csv]") {
  const ReadCorpus all = read_fixture("csv/header.csv");
  INFO(reasons(all));
  REQUIRE(all.articles.size() == 3);
  const RawArticle& raw = all.articles[0];
  CHECK(raw.article.headline == "Port \"reopens\"");
  CHECK(raw.article.body == "Ships left.\nMore, follow.");
  CHECK(raw.article.url == "https://ex.test/a1");
  CHECK(raw.article.section == "World");
  CHECK(raw.published_text == "2026-02-04 10:10:00");
  CHECK(raw.published_key == "Publication Date");
  CHECK(all.articles[2].article.headline == "Third");
  CHECK(all.articles[2].article.record == "row 3");
}

TEST_CASE("Tables without a header are known by their shape", "[reader][csv]") {
  ReadCorpus all = read_fixture("csv/labels.csv");
  REQUIRE(all.articles.size() == 3);
  CHECK(all.articles[0].article.section == "Wirtschaft");
  CHECK(all.articles[0].article.body.find("Der Hafen \"Callao\" ist") == 0);
  CHECK(all.articles[2].article.body.find("It's a sentence") == 0);
  all = read_fixture("csv/trafilatura.tsv");
  REQUIRE(all.articles.size() == 2);
  CHECK(all.articles[0].article.headline == "Port reopens");
  CHECK(all.articles[0].article.source == "ex.test");
  CHECK(all.articles[0].article.body == "Ships left. More follow.");
  CHECK(all.articles[0].published_text == "2026-02-04");
  CHECK(all.articles[1].published_text.empty());
}

TEST_CASE("A table of nothing known is a rejection unless it is mapped", "[reader][csv]") {
  const std::string table = "sku,price,stock\na,1,2\nb,3,4\nc,5,6\n";
  const ReadCorpus all = read_bytes("x.csv", table);
  CHECK(all.articles.empty());
  REQUIRE(all.rejections.size() == 3);
  CHECK(all.rejections[0].reason.find("a table without a known column") == 0);
  ReadOptions options;
  options.mapping = {{"headline", "sku"}, {"body", "3"}};
  const ReadCorpus mapped = read_bytes("x.csv", table, options);
  REQUIRE(mapped.articles.size() == 3);
  CHECK(mapped.articles[0].article.headline == "a");
  CHECK(mapped.articles[0].article.body == "2");
  CHECK(read_bytes("x.txt", "One, two, three.\nFour.\nFive, six.\n").articles.size() == 1);
}

TEST_CASE("A quote that is never closed ends with the file", "[reader][csv]") {
  const ReadCorpus all = read_bytes("x.csv", "title,text\na,b\nc,\"d\ne,f\n");
  REQUIRE(all.articles.size() == 2);
  CHECK(all.articles[1].article.headline == "c");
}

TEST_CASE("TREC documents give their day by field or name", "[reader][trec]") {
  const ReadCorpus all = read_fixture("trec-sgml/docs.sgml");
  REQUIRE(all.articles.size() == 3);
  CHECK(all.articles[0].article.id == "AP880204-0007");
  CHECK(all.articles[0].article.headline == "Port Reopens & Ships Leave");
  CHECK(all.articles[0].article.body ==
        "Ships left the port of Callao on Thursday after a week in which no crane had moved < 5 "
        "tons.\nMore ships follow.");
  CHECK(all.articles[0].published_text == "1988-02-04");
  CHECK(all.articles[0].article.source == "Associated Press");
  CHECK(all.articles[0].dateline_text == "LIMA, Peru (AP)");
  CHECK(all.articles[1].article.headline == "PORT REOPENS");
  CHECK(all.articles[1].article.body == "First paragraph over two lines.\nSecond.");
  CHECK(all.articles[1].published_text == "January 2, 1989, Monday, Home Edition");
  CHECK(all.articles[2].published_text == "2016-05-02");
  CHECK(all.articles[2].article.source == "Example FM");
  CHECK(all.articles[2].article.body.find('\n') != std::string::npos);
  REQUIRE(all.rejections.size() == 1);
  CHECK(all.rejections[0].reason.find("cut off") == 0);
}

TEST_CASE("A Nexis export is read document by document", "[reader][nexis]") {
  const ReadCorpus all = read_fixture("nexis/export.txt");
  REQUIRE(all.articles.size() == 2);
  const RawArticle& raw = all.articles[0];
  CHECK(raw.article.headline == "Port reopens after a week and ships leave");
  CHECK(raw.article.source == "The Example (London)");
  CHECK(raw.published_text == "February 4, 2026 Wednesday");
  CHECK(raw.article.body == "Ships left the port of Callao on Wednesday.\nMore ships follow.");
  CHECK(raw.article.authors == Texts{"R. Roe"});
  CHECK(raw.article.section == "NEWS");
  CHECK(raw.dateline_text == "LIMA");
  CHECK(raw.article.language == "english");
  CHECK(all.articles[1].article.body == "Short text.");
}

TEST_CASE("A header between rules names the text below it", "[reader]") {
  const ReadCorpus all = read_fixture("front-matter/page.txt");
  REQUIRE(all.articles.size() == 1);
  const RawArticle& raw = all.articles[0];
  CHECK(raw.article.headline == "Port: reopens");
  CHECK(raw.article.summary == "Ships: they move.");
  CHECK(raw.article.source == "Example");
  CHECK(raw.article.keywords == Texts{"World", "Trade"});
  CHECK(raw.article.body == "Ships left.\nMore follow.");
  CHECK(raw.published_text == "2026-02-04");
}

TEST_CASE("A bulletin gives an article an item, with its day", "[reader]") {
  const ReadCorpus all = read_fixture("bulletin/20260204.md");
  REQUIRE(all.articles.size() == 2);
  const RawArticle& raw = all.articles[0];
  CHECK(raw.article.headline == "\u6e2f\u53e3\u91cd\u65b0\u5f00\u653e");
  CHECK(raw.article.url == "https://ex.test/a1");
  CHECK(raw.article.source == "\u4eca\u65e5\u65b0\u95fb");
  CHECK(raw.published_text == "2026-02-04");
  CHECK(std::count(raw.article.body.begin(), raw.article.body.end(), '\n') == 1);
  CHECK(all.articles[1].article.id == "20260204.md#item 2");
}

TEST_CASE("Stories as sent by wire lose their codes", "[reader]") {
  ReadCorpus all = read_fixture("anpa/story.tst");
  REQUIRE(all.articles.size() == 1);
  CHECK(all.articles[0].article.headline == "Port reopens as ships leave");
  CHECK(all.articles[0].article.body ==
        "LIMA, Peru (AP) - Ships left the \"port\" of Callao.\nMore follow.");
  CHECK(all.articles[0].article.authors == Texts{"R. ROE"});
  CHECK(all.articles[0].published_text == "2026-02-04T15:10Z");
  all = read_fixture("iptc7901/story.txt");
  REQUIRE(all.articles.size() == 1);
  CHECK(all.articles[0].article.headline == "Port reopens and ships leave");
  CHECK(all.articles[0].article.source == "dpa");
  CHECK(all.articles[0].article.body ==
        "Lima (dpa) - Ships left the port of Callao on Wednesday after a week of waiting.\n"
        "More follow.");
  CHECK(all.articles[0].published_text == "04 Feb 2026 21:01 GMT");
}

TEST_CASE("A message is no page", "[reader]") {
  CHECK(reasons(
            read_bytes("x.txt", "Delivered-To: a@ex.test\nReceived: by x\nSubject: Hi\n\nText.")) ==
        "unknown format: an e-mail message, which isn't read\n");
}

}  // namespace
