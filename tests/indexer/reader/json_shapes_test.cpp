#include "tests/catch.h"
#include "tests/indexer/reader/reader_helpers.h"

namespace {

using namespace news;
using Texts = std::vector<std::string>;

RawArticle one(std::string_view json) {
  const ReadCorpus all = read_bytes("x.json", json);
  INFO(json << reasons(all));
  REQUIRE(all.articles.size() == 1);
  return all.articles[0];
}

TEST_CASE("ninjs 3 gives the main headline and one of its bodies", "[reader][json]") {
  const ReadCorpus all = read_fixture("json/ninjs3.json");
  REQUIRE(all.articles.size() == 1);
  const RawArticle& raw = all.articles[0];
  CHECK(raw.article.id == "urn:x:1");
  CHECK(raw.article.headline == "Port reopens");
  CHECK(raw.article.summary == "Ships move.");
  CHECK(raw.article.body == "Ships left.");
  CHECK(raw.article.source == "Example Agency");
  CHECK(raw.article.keywords == Texts{"economy"});
  CHECK(raw.dateline_text == "Lima");
  CHECK(raw.published_text == "2026-02-04T10:10:00Z");
}

TEST_CASE("ninjs 1 may have HTML alone; what is no text is refused", "[reader][json]") {
  const RawArticle raw = one(R"({"guid": "g1", "type": "text", "versioncreated": "2026-02-04",
    "headline": "Port", "body_html": "<p>Ships &amp; crews.</p><p>More.</p>", "source": "AAP",
    "byline": "By R. Roe", "located": "Lima"})");
  CHECK(raw.article.body == "Ships & crews.\nMore.");
  CHECK(raw.article.source == "AAP");
  CHECK(reasons(read_bytes("x.json", R"({"uri": "u", "type": "picture", "headline": "A crane",
    "versioncreated": "2026-02-04"})")) == "no text item but picture\n");
  CHECK(reasons(read_bytes("x.json", R"({"uri": "u", "headline": "Killed", "body_text": "x",
    "versioncreated": "2026-02-04", "pubstatus": "canceled"})")) ==
        "withdrawn by its provider: canceled\n");
}

TEST_CASE("A crawl or a first sight is no day of publication", "[reader][json]") {
  RawArticle raw = one(R"({"text": "Ships left.", "id": "<urn:uuid:1>", "dump": "CC-MAIN-2026",
    "url": "https://ex.test/a", "date": "2026-02-06T00:00:00Z", "file_path": "s3://x",
    "language": "en", "language_score": 0.9, "token_count": 3})");
  CHECK(raw.published_text.empty());
  CHECK(raw.article.keywords.empty());
  CHECK(raw.article.body == "Ships left.");
  const ReadCorpus gdelt = read_fixture("json/gdelt.json");
  REQUIRE(gdelt.articles.size() == 1);
  CHECK(gdelt.articles[0].article.headline == "Port reopens");
  CHECK(gdelt.articles[0].article.source == "ex.test");
  CHECK(gdelt.articles[0].published_text.empty());
  CHECK(gdelt.articles[0].publisher_country_text == "India");
}

TEST_CASE("Keys mean what their service means by them", "[reader][json]") {
  RawArticle raw = one(R"({"url": "https://ex.test/a", "title": "Port", "summary": "by a program",
    "keywords": ["ships"], "meta_keywords": ["trade"], "meta_description": "Ships move.",
    "canonical_link": "", "meta_site_name": "Example", "publish_date": "2026-02-04T15:40:00+05:30",
    "text": "Ships left.", "authors": ["R. Roe"]})");
  CHECK(raw.article.summary == "Ships move.");
  CHECK(raw.article.keywords == Texts{"trade"});
  raw = one(R"({"uuid": "ab", "title": "Port", "text": "T", "published": "2026-02-04",
    "crawled": "2026-02-06", "highlightText": "no", "thread": {"site_full": "www.ex.test",
    "country": "IN", "site_categories": ["news"], "published": "2026-01-01"}})");
  CHECK(raw.published_text == "2026-02-04");
  CHECK(raw.article.keywords == Texts{"news"});
  raw = one(R"({"title": "Port", "text": "T", "source": "https://ex.test/b", "raw_text": "menu T",
    "source-hostname": "Example", "categories": "World;Trade", "tags": "port", "excerpt": "E",
    "fingerprint": "9f0c", "id": null, "date": "2026-02-04", "filedate": "2026-02-06"})");
  CHECK(raw.article.id == "9f0c");
  CHECK(raw.article.keywords == Texts{"World", "Trade", "port"});
  CHECK(raw.published_text == "2026-02-04");
  CHECK(raw.updated_text.empty());
}

TEST_CASE("The Washington Post's paragraphs become a body", "[reader][json]") {
  const ReadCorpus all = read_fixture("json/wapo.jl");
  REQUIRE(all.articles.size() == 2);
  const RawArticle& raw = all.articles[0];
  CHECK(raw.article.body == "LIMA - Ships left.\nMore follow.");
  CHECK(raw.article.section == "World");
  CHECK(raw.article.captions == Texts{"A crane."});
  CHECK(raw.published_text == "2026-02-04T10:10:00Z");
  CHECK(all.articles[1].article.body == "No headline here.");
}

TEST_CASE("A schema and a wrapper of nothing are no articles", "[reader][json]") {
  CHECK(reasons(read_bytes("x.json", R"({"$schema": "s", "$id": "i", "title": "A schema",
    "description": "of things"})")) == "a JSON schema, no article\n");
  const ReadCorpus all = read_bytes("x.json", R"({"data": {"items": [{"meta": {}, "item":
    {"uri": "u", "type": "text", "versioncreated": "2026-02-04", "headline": "Port"}}]}})");
  REQUIRE(all.articles.size() == 1);
  CHECK(all.articles[0].article.headline == "Port");
}

}  // namespace
