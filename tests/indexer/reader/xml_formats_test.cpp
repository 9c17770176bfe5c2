#include "indexer/reader/xml_document.h"
#include "tests/catch.h"
#include "tests/indexer/reader/reader_helpers.h"

namespace {

using namespace news;
using Texts = std::vector<std::string>;

TEST_CASE("A NITF article of an archive is read once, without its repeated lead", "[reader][xml]") {
  const ReadCorpus all = read_fixture("nitf/archive.xml");
  REQUIRE(all.articles.size() == 1);
  const RawArticle& raw = all.articles[0];
  CHECK(raw.article.format == "nitf");
  CHECK(raw.article.id == "77");
  CHECK(raw.article.url == "http://ex.test/77");
  CHECK(raw.article.headline == "Port Reopens & Ships Leave");
  CHECK(raw.article.summary == "A port is open again.");
  // No entity is expanded; one that HTML knows is a letter.
  CHECK(raw.article.body ==
        "Ships left the port of Callao.\nThe caf\u00e9 by the quay &secret; stayed shut.");
  CHECK(raw.article.authors == Texts{"R. ROE"});
  CHECK(raw.article.captions == Texts{"A crane."});
  CHECK(raw.article.source == "The Example Times");
  CHECK(raw.article.section == "Foreign Desk");
  CHECK(raw.article.language == "en");
  CHECK(raw.dateline_text == "LIMA, Feb. 3");
  CHECK(raw.published_text == "20060204T000000");
  CHECK(raw.country_texts == Texts{"Peru"});
}

TEST_CASE("A NewsML-G2 message gives its text items alone", "[reader][xml]") {
  const ReadCorpus all = read_fixture("newsml-g2/message.xml");
  REQUIRE(all.articles.size() == 1);
  const RawArticle& raw = all.articles[0];
  CHECK(raw.article.id == "urn:x:1");
  CHECK(raw.article.record == "item 1");
  CHECK(raw.article.headline == "Port reopens");
  CHECK(raw.article.summary == "Ships move again.");
  CHECK(raw.article.body == "Ships left.\nMore follow.");
  CHECK(raw.article.source == "Example Agency");
  CHECK(raw.article.keywords == Texts{"economy"});
  CHECK(raw.published_text == "2026-02-04T10:10:00Z");
  CHECK(raw.updated_text == "2026-02-04T12:00:00Z");
  CHECK(raw.dateline_text == "LIMA, Feb 4");
  CHECK(reasons(all) ==
        "item 2: no text item but picture\nitem 3: withdrawn by its provider: canceled\n");
}

TEST_CASE("NewsML 1 keeps the story and its letters, not the pictures", "[reader][xml]") {
  const ReadCorpus all = read_fixture("newsml1/story.xml");
  INFO(reasons(all));
  REQUIRE(all.articles.size() == 1);
  const RawArticle& raw = all.articles[0];
  CHECK(raw.article.id == "urn:newsml:ex.test:20260204:9");
  CHECK(raw.article.headline == "Le march\u00e9 co\u00fbte 5 \u20ac");
  CHECK(raw.article.body == "Les navires sont partis.");
  CHECK(raw.article.language == "fr");
  CHECK(raw.article.source == "EX");
  CHECK(raw.published_text == "20260204T101000+0100");
  CHECK(raw.dateline_text == "LIMA, 4 f\u00e9v (EX) -");
}

TEST_CASE("Feeds give an article an item", "[reader][xml]") {
  ReadCorpus all = read_fixture("feed/rss.xml");
  REQUIRE(all.articles.size() == 2);
  const Article& first = all.articles[0].article;
  CHECK(first.headline == "Port reopens");
  CHECK(first.id == "https://ex.test/a1");
  CHECK(first.url == "https://ex.test/a1");
  CHECK(first.summary == "Ships move again.");
  CHECK(first.body == "Ships left.\nMore & more follow.");
  CHECK(first.source == "Example News");
  CHECK(first.language == "en");
  CHECK(all.articles[0].published_text == "Wed, 04 Feb 2026 15:40:00 +0530");
  CHECK(all.articles[1].article.url == "https://ex.test/a2");
  CHECK(reasons(all) == "item 3: no headline and no text\n");
  all = read_fixture("feed/atom.xml");
  REQUIRE(all.articles.size() == 1);
  CHECK(all.articles[0].article.headline == "Hafen offen");
  CHECK(all.articles[0].article.url == "https://ex.test/a1");
  CHECK(all.articles[0].article.body == "Eins.\nZwei.");
  CHECK(all.articles[0].article.authors == Texts{"Redaktion"});
  CHECK(all.articles[0].article.language == "de");
  CHECK(all.articles[0].published_text == "2026-02-04T10:10:00Z");
  all = read_fixture("feed/rdf.xml");
  REQUIRE(all.articles.size() == 1);
  CHECK(all.articles[0].article.summary == "Ships move.");
  CHECK(all.articles[0].published_text == "2026-02-04T10:10:00Z");
}

TEST_CASE("RCV1, trafilatura and release services fill their fields", "[reader][xml]") {
  ReadCorpus all = read_fixture("rcv1/item.xml");
  REQUIRE(all.articles.size() == 1);
  CHECK(all.articles[0].article.id == "2290");
  CHECK(all.articles[0].article.headline == "Port reopens.");
  CHECK(all.articles[0].article.body == "Ships left the port of San Mart\u00edn.\nMore follow.");
  CHECK(all.articles[0].country_texts == Texts{"PERU"});
  CHECK(all.articles[0].published_text == "1996-08-20");
  all = read_fixture("trafilatura-xml/doc.xml");
  REQUIRE(all.articles.size() == 1);
  CHECK(all.articles[0].article.body == "Ships left.\nMore follow.");
  CHECK(all.articles[0].article.authors == Texts{"A. Roe", "B. Doe"});
  CHECK(all.articles[0].article.keywords == Texts{"World", "Trade", "port"});
  all = read_fixture("trafilatura-xml/tei.xml");
  REQUIRE(all.articles.size() == 1);
  CHECK(all.articles[0].article.id == "x1");
  CHECK(all.articles[0].article.url == "https://ex.test/a1");
  CHECK(all.articles[0].article.source == "Example");
  CHECK(all.articles[0].article.body == "Ships left.\nMore follow.");
  CHECK(all.articles[0].published_text == "2026-02-04");
  all = read_fixture("release-xml/queue.xml");
  REQUIRE(all.articles.size() == 1);
  CHECK(all.articles[0].article.headline == "Havn \u00e5bner");
  CHECK(all.articles[0].article.summary == "Skibe sejler.");
  CHECK(all.articles[0].article.body == "Skibe sejlede & flere f\u00f8lger.\nMere.");
  CHECK(all.articles[0].article.source == "ex");
}

TEST_CASE("XML that isn't news or isn't XML is a rejection", "[reader][xml]") {
  const auto reason_of = [](std::string_view bytes) {
    const ReadCorpus all = read_bytes("x.xml", bytes);
    CHECK(all.articles.empty());
    return reasons(all);
  };
  CHECK(reason_of("<?xml version=\"1.0\"?><inventory><title>a</title></inventory>") ==
        "unknown format: XML of a kind that isn't read: its root is <inventory>\n");
  CHECK(reason_of("<nitf><body>").find("invalid XML at byte") == 0);
  CHECK(reason_of("<nitf><head><docdata management-status=\"canceled\"/></head><body><p>Gone.</p>"
                  "</body></nitf>") == "withdrawn by its provider: canceled\n");
  CHECK(reason_of("<nitf/>") == "no headline and no text\n");
  CHECK(reason_of("<rss><channel/></rss>") == "a feed without items\n");
  CHECK(reason_of("<?xml version=\"1.0\" encoding=\"Shift_JIS\"?><nitf>\x83\x65</nitf>")
            .find("XML in shift_jis") == 0);
  std::string deep = "<nitf>";
  for (int i = 0; i < 100000; ++i) deep += "<p>";
  CHECK(reason_of(deep).find("invalid XML") == 0);
  deep = "<nitf>";
  for (int i = 0; i < 1000; ++i) deep += "<p>";
  deep += "text";
  for (int i = 0; i < 1000; ++i) deep += "</p>";
  CHECK(reason_of(deep + "</nitf>") == "XML nested deeper than 200 elements\n");
}

TEST_CASE("The root element is found behind what may stand before it", "[reader][xml]") {
  CHECK(xml_start("<?xml version='1.0'?>\n<!-- <a> --><!DOCTYPE b [<!ENTITY c 'd'>]>\n<n:e f='1'>")
            .name == "e");
  CHECK(xml_start("<3 hearts").name.empty());
  CHECK(xml_start("words <b>").name.empty());
  CHECK(xml_start("<!DOCTYPE b [").name.empty());
}

}  // namespace
