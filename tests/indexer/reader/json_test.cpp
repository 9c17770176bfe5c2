#include <filesystem>

#include "common/article/article_json.h"
#include "common/base/text.h"
#include "indexer/reader/json_repair.h"
#include "tests/catch.h"
#include "tests/indexer/reader/reader_helpers.h"

namespace {

using namespace news;

RawArticle one(std::string_view json, const ReadOptions& options = {}) {
  ReadCorpus all = read_bytes("x.json", json, options);
  INFO(json);
  for (const Rejection& rejection : all.rejections) UNSCOPED_INFO(rejection.reason);
  REQUIRE(all.articles.size() == 1);
  return all.articles[0];
}

TEST_CASE("A news-please record fills its fields", "[reader]") {
  const RawArticle raw = one(R"({"authors": ["R. Roe"], "date_download": "2026-02-06 01:02:03",
    "date_modify": "None", "date_publish": "2026-02-04 10:10:00", "description": "Ships move.",
    "filename": "f.json", "language": "en", "source_domain": "ex.test", "maintext": "Ships left.",
    "title": "Port  reopens", "title_rss": "None", "url": "https://ex.test/a1"})");
  CHECK(raw.article.id == "https://ex.test/a1");
  CHECK(raw.article.headline == "Port reopens");
  CHECK(raw.article.summary == "Ships move.");
  CHECK(raw.article.body == "Ships left.");
  CHECK(raw.article.source == "ex.test");
  CHECK(raw.article.authors == std::vector<std::string>{"R. Roe"});
  CHECK(raw.published_text == "2026-02-04 10:10:00");
  CHECK(raw.published_key == "date_publish");
  CHECK(raw.updated_text.empty());
  CHECK(raw.cleanable_body);
}

TEST_CASE("The day of download is never the day of publication", "[reader]") {
  const RawArticle raw = one(R"({"title": "a", "date_download": "2026-02-06",
    "date_publish": "None", "seendate": "20260204T101500Z"})");
  CHECK(raw.published_text.empty());
}

TEST_CASE("The usual names of other collections are known", "[reader]") {
  RawArticle raw = one(R"({"@type": "NewsArticle", "headline": "Port", "articleBody": "Text",
    "datePublished": "2026-02-04T10:10:00Z", "dateline": "Lima",
    "author": [{"@type": "Person", "name": "R. Roe"}, {"name": "By J. Doe"}],
    "publisher": {"name": "Example"}, "articleSection": "World", "inLanguage": "en-US",
    "mainEntityOfPage": {"@id": "https://ex.test/a"}})");
  CHECK(raw.article.authors == std::vector<std::string>{"R. Roe", "J. Doe"});
  CHECK(raw.article.source == "Example");
  CHECK(raw.article.language == "en");
  CHECK(raw.article.url == "https://ex.test/a");
  CHECK(raw.dateline_text == "Lima");
  // trafilatura's source is an address, its outlet stands elsewhere
  raw = one(R"({"title": "Port", "text": "T", "author": "A; B", "source": "https://ex.test/b",
    "source-hostname": "Example", "categories": "World;Trade", "excerpt": "E"})");
  CHECK(raw.article.url == "https://ex.test/b");
  CHECK(raw.article.source == "Example");
  CHECK(raw.article.authors == std::vector<std::string>{"A", "B"});
  CHECK(raw.article.keywords == std::vector<std::string>{"World", "Trade"});
  raw = one(R"({"uuid": "ab", "title": "Port", "text": "T", "published": "2026",
    "thread": {"site_full": "www.ex.test", "country": "IN", "section_title": "World"}})");
  CHECK(raw.article.id == "ab");
  CHECK(raw.article.source == "www.ex.test");
  CHECK(raw.publisher_country_text == "IN");
}

TEST_CASE("A key without content gives way to the next one", "[reader]") {
  const RawArticle raw = one(R"({"headline": null, "title": " ", "title_page": "Port",
    "body": {"odd": 1}, "text": ["First.", "Second."], "summary": "", "meta_description": "S",
    "author": 7.5, "language": true})");
  CHECK(raw.article.headline == "Port");
  CHECK(raw.article.body == "First.\nSecond.");
  CHECK(raw.article.summary == "S");
  CHECK(raw.article.authors.empty());
  CHECK(raw.article.language.empty());
}

TEST_CASE("Numbers become ids and dates", "[reader]") {
  CHECK(one(R"({"title": "a", "id": 12345678901234567890})").article.id == "12345678901234567890");
  CHECK(one(R"({"title": "a", "id": 123456789012345678901234})").article.id ==
        "123456789012345678901234");
  const auto published = [](std::string_view number) {
    return one("{\"title\": \"a\", \"published_date\": " + std::string(number) + "}")
        .published_text;
  };
  CHECK(published("1770199800") == "2026-02-04T10:10:00Z");
  CHECK(published("1770199800000") == "2026-02-04T10:10:00Z");
  CHECK(published("1770199800.75") == "2026-02-04T10:10:00Z");
  CHECK(published("20260204") == "20260204");
  CHECK(published("2026") == "2026");
  CHECK(published("1e300").empty());
  CHECK(published("{\"$date\": {\"$numberLong\": \"1770199800000\"}}") == "2026-02-04T10:10:00Z");
}

TEST_CASE("A mapping goes inside objects and arrays and overrides the usual keys", "[reader]") {
  ReadOptions options;
  options.mapping = {{"headline", "meta.heads.1.text"},
                     {"published", "meta.date"},
                     {"body", "missing"},
                     {"source", "dotted.key"},
                     {"author", "who"}};
  const RawArticle raw = one(R"({"title": "wrong", "text": "not this", "dotted.key": "Example",
    "who": "Roe, R.", "meta": {"heads": [{"text": "a"}, {"text": "right"}], "date": 1770199800}})",
                             options);
  CHECK(raw.article.headline == "right");
  CHECK(raw.published_text == "2026-02-04T10:10:00Z");
  CHECK(raw.published_key == "meta.date");
  CHECK(raw.article.body.empty());
  CHECK(raw.article.source == "Example");
  CHECK(raw.article.authors == std::vector<std::string>{"Roe, R."});
}

TEST_CASE("What this program writes comes back as it was", "[reader]") {
  Article article;
  article.id = "1";
  article.headline = "Port reopens";
  article.body = "LIMA (AP) - First.\nSecond.";
  article.dateline = {"LIMA, Feb 4 (Reuters)", "Lima", "PE", "Reuters", {"CL"}};
  article.countries = {"PE", "CL"};
  article.published = {Precision::Minute, 1770199800, "row:created", true};
  article.updated = {Precision::Day, 1770163200, "", false};
  article.authors = {"R. Roe", "J. Doe"};
  article.source = "Example";
  article.publisher_country = "IN";
  article.keywords = {"a, b", "c"};
  article.captions = {"One; two"};
  article.other = "Menu\nMore stories";
  article.language = "en";
  const RawArticle raw = one(to_json_line(article));
  Article back = raw.article;
  CHECK_FALSE(raw.cleanable_body);
  back.source_path = back.record = back.format = "";
  CHECK(to_json_line(back) == to_json_line(article));
}

TEST_CASE("A file holds one article, a list, or a list inside an object", "[reader]") {
  const auto headlines = [](std::string_view json) {
    std::string all;
    for (const RawArticle& raw : read_bytes("x.json", json).articles) all += raw.article.headline;
    return all;
  };
  CHECK(headlines(R"([{"title": "a"}, {"title": "b"}])") == "ab");
  CHECK(headlines(R"({"status": "ok", "articles": [{"title": "a"}, {"title": "b"}]})") == "ab");
  CHECK(headlines(R"({"hits": {"hits": [{"_id": "1", "_source": {"title": "a"}}]}})") == "a");
  const ReadCorpus all = read_bytes("x.json", R"([{"title": "a"}, 5, {"url": "u"}])");
  CHECK(all.articles.size() == 1);
  REQUIRE(all.rejections.size() == 2);
  CHECK(all.rejections[0].record == "item 2");
  CHECK(all.rejections[1].record == "item 3");
  CHECK(all.rejections[1].reason == "no headline and no text");
}

TEST_CASE("A bad line is a rejection with its number, and the others are read", "[reader]") {
  const ReadCorpus all = read_bytes("x.jsonl",
                                    "{\"title\": \"a\"}\n\n{\"title\": \"cut of\n{\"title\": "
                                    "\"b\"}\n[]\n{\"url\": \"u\"}\n\"text\"\n");
  REQUIRE(all.articles.size() == 2);
  CHECK(all.articles[1].article.record == "line 4");
  REQUIRE(all.rejections.size() == 4);
  CHECK(all.rejections[0].record == "line 3");
  CHECK(all.rejections[0].reason.find("invalid JSON: ") == 0);
  CHECK(all.rejections[1].reason == "an empty list of articles");
  CHECK(all.rejections[2].reason == "no headline and no text");
  CHECK(all.rejections[3].reason == "JSON, but no object with an article");
}

TEST_CASE("A depth bomb is a rejection", "[reader]") {
  const std::string bomb =
      "{\"title\": " + std::string(100000, '[') + std::string(100000, ']') + "}";
  const ReadCorpus all = read_bytes("x.jsonl", bomb + "\n{\"title\": \"after\"}\n");
  CHECK(all.articles.size() == 1);
  REQUIRE(all.rejections.size() == 1);
  CHECK(all.rejections[0].reason.find("invalid JSON: ") == 0);
}

TEST_CASE("Sloppy JSON is mended where its meaning is plain", "[reader]") {
  CHECK(one("{\"title\": \"caf\xe9\"}").article.headline == "caf\u00e9");
  CHECK(one("{\"title\": \"a\", \"text\": \"x\ny\tz\"}").article.body == "x\ny z");
  CHECK(one(R"({"title": "a\ud83d b", "score": NaN, "n": -Infinity})").article.headline ==
        "a\ufffd b");
  CHECK(one(R"({"title": "\ud83d\ude00"})").article.headline == "\U0001f600");
  CHECK(is_valid_utf8(one(R"({"title": "a\u0000b"})").article.headline));
  CHECK(repair_json(R"({"a": "NaN \" \\", "b": 1.5e3, "c": -12})") ==
        R"({"a": "NaN \" \\", "b": 1.5e3, "c": -12})");
  CHECK(repair_json("\"\\ud83d") == "\"\\ufffd");
  CHECK(repair_json("\"\\") == "\"\\");
}

TEST_CASE("Real news-please files are read", "[reader][corpora]") {
  const std::string folder = NEWS_SOURCE_DIR "/../shared/corpora/news-please";
  if (!std::filesystem::exists(folder)) {
    WARN("no news-please corpus beside the source; not tested");
    return;
  }
  const ReadCorpus all = read_all({folder});
  CHECK(all.articles.size() == 577);
  for (const Rejection& rejection : all.rejections) {
    // Two files are empty, and some pages were gone when they were fetched.
    CHECK((rejection.reason == "empty file" || rejection.reason == "no headline and no text"));
  }
}

}  // namespace
