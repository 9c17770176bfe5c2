#include <filesystem>

#include "common/base/file.h"
#include "indexer/clean/clean.h"
#include "indexer/reader/html_article.h"
#include "indexer/reader/html_filter.h"
#include "indexer/reader/html_page.h"
#include "tests/catch.h"
#include "tests/indexer/reader/reader_helpers.h"

using namespace news;

namespace {

std::string fixture(const std::string& name) {
  return read_file(std::filesystem::path(NEWS_SOURCE_DIR) / "tests" / "fixtures" / "html" / name);
}

Article article_of(std::string_view html) {
  ReadCorpus read = read_bytes("page", html);
  REQUIRE(read.articles.size() == 1);
  CHECK(read.articles[0].article.format == "html");
  return clean(std::move(read.articles[0]), {}).article;
}

std::string page_with(std::string_view head, std::string_view body = "") {
  return "<!doctype html><html><head>" + std::string(head) + "</head><body><h1>Ships move</h1>" +
         "<p>The first ships left the harbour on Monday after a long strike.</p>" +
         std::string(body) + "</body></html>";
}

}  // namespace

TEST_CASE("A saved page is read in the encoding that it declares", "[html]") {
  const auto page = [](const std::string& charset, const std::string& title) {
    return "<html><head><meta charset=\"" + charset + "\"></head><body><h1>" + title + "</h1><p>" +
           title + "</p></body></html>";
  };
  // A title of which all letters are beyond ASCII, long enough to outweigh the mark-up.
  std::string title;
  for (int i = 0; i < 40; ++i) title += "\xcf\xee\xf0\xf2 ";
  const ReadCorpus all = read_bytes("saved", page("windows-1251", title));
  REQUIRE(all.articles.size() == 1);
  CHECK(all.articles[0].page_text.starts_with("\u041f\u043e\u0440\u0442 \u041f"));
  CHECK(read_bytes("saved", page("no-such", title)).articles.empty());
  CHECK(read_bytes("saved", page("euc-jp", std::string(400, '\xff'))).articles.empty());
  CHECK(read_bytes("saved", page("windows-1251", title + std::string(1, '\0'))).articles.empty());
}

TEST_CASE("A web page gives its story without menus, boxes and captions", "[html]") {
  const Article article = article_of(fixture("harbour.html"));
  CHECK(article.headline == "Night ferries stay for the summer");
  CHECK(article.url == "https://www.example-times.test/harbour/night-ferries");
  CHECK(article.id == article.url);
  CHECK(article.source == "Example Times");
  CHECK(article.authors == std::vector<std::string>{"Ana Example"});
  CHECK(article.section == "Harbour");
  CHECK(article.keywords == std::vector<std::string>{"ferries", "harbour"});
  CHECK(article.language == "pt");
  CHECK(article.published.to_iso8601() == "2026-03-05T14:10:00Z");
  CHECK(article.published.from.rfind("json-ld datePublished", 0) == 0);
  CHECK(article.updated.to_iso8601() == "2026-03-05T15:40:00Z");
  CHECK(article.dateline.place == "Lisbon");
  CHECK(article.captions == std::vector<std::string>{"A ferry leaves the old harbour at dusk."});
  CHECK(article.other ==
        "Home\nWorld\nShare Tweet\nRead more\nFuel prices rise for the third week in a row.\n"
        "How the old bridge was repaired over one long winter.\nMost read\n"
        "A whale was seen close to the shore on Sunday, and thousands came to look at it.\n"
        "Copyright 2026 Example Times. All rights reserved to the owners of this page.");
  CHECK(article.body ==
        "The harbour council voted on Thursday to keep the night ferries running until the end of "
        "September, after a trial that carried forty thousand passengers.\n"
        "\u201cPeople told us that they need the late boats,\u201d said the council\u2019s chair, "
        "who had opposed the trial when it began in January of last year.\n"
        "What it costs\n"
        "Too much.\n"
        "The council puts the price of the night service at two million a year, half of which "
        "comes from fares and the other half from the city.");
}

TEST_CASE("Broken JSON-LD still gives its fields", "[html]") {
  const Article article = article_of(page_with(R"(<script type="application/ld+json">//<![CDATA[
    {"@type":"NewsArticle","headline":"He said "ships" move","description": bare words, and more
    "datePublished":"2026-02-04T15:40:00+05:30",
    "author":{"@type":"Person","name":"Jane Doe"}}
    //]]></script>)"));
  CHECK(article.headline == "He said \"ships\" move");
  CHECK(article.summary.rfind("bare words, and more", 0) == 0);
  CHECK(article.published.to_iso8601() == "2026-02-04T10:10:00Z");
  CHECK(article.authors == std::vector<std::string>{"Jane Doe"});
}

TEST_CASE("Dates come from meta elements and time elements as well", "[html]") {
  CHECK(
      article_of(page_with("<meta property='article:published_time' content='2026-02-04T10:10Z'>"))
          .published.from.rfind("meta article:published_time", 0) == 0);
  CHECK(article_of(page_with("", "<time datetime='2026-02-04T10:10:00Z'>today</time>"))
            .published.to_iso8601() == "2026-02-04T10:10:00Z");
  CHECK(article_of(page_with("", "<span itemprop='datePublished' content='2026-02-04'></span>"))
            .published.to_iso8601() == "2026-02-04");
}

TEST_CASE("A date of change stands in for publication only with a mark", "[html]") {
  const Article article = article_of(
      page_with("<meta property='article:modified_time' content='2026-02-04T10:10:00Z'>"));
  CHECK(article.published.to_iso8601() == "2026-02-04T10:10:00Z");
  CHECK(article.published.doubtful);
  CHECK(article.published.from.find("in place of") != std::string::npos);
}

TEST_CASE("The page's zone holds when JSON-LD prints its clock with another offset", "[html]") {
  const std::string head =
      "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Ships move\","
      "\"datePublished\":\"2026-02-04T15:40:00+00:00\"}</script>";
  const auto published = [&](const std::string& row) {
    return article_of(
               "<!doctype html><html><head>" + head + "</head><body><h1>Ships move</h1><p>" + row +
               "</p><p>The first ships left the harbour on Monday after a long strike.</p>"
               "<p>Others will follow them as soon as the tide allows it, the port said.</p>")
        .published.to_iso8601();
  };
  CHECK(published("Created: 04-02-2026 15:40 IST") == "2026-02-04T10:10:00Z");
  CHECK(published("Created: 04-02-2026 15:40") == "2026-02-04T15:40:00Z");
  CHECK(published("Created: 04-02-2026 12:00 IST") == "2026-02-04T15:40:00Z");
}

TEST_CASE("articleBody that the page doesn't show is the body", "[html]") {
  std::string text;
  for (int i = 0; i < 12; ++i) {
    text += "Sentence number " + std::to_string(i) + " of a story that a program shows later. ";
  }
  const auto body = [&](const std::string& shown) {
    return article_of(page_with("<script type='application/ld+json'>{\"@type\":\"NewsArticle\","
                                "\"headline\":\"Ships move\",\"articleBody\":\"" +
                                    text + "\"}</script>",
                                shown))
        .body;
  };
  CHECK(body("").rfind("Sentence number 0", 0) == 0);
  // What it does show comes with its paragraphs, and without what stands between them.
  const std::size_t half = text.find("Sentence number 6");
  const std::string shown = "<p>" + text.substr(0, half) +
                            "</p><p>Buy our paper, it is cheap.</p><p>" + text.substr(half) +
                            "</p>";
  CHECK(body(shown).find("later.\nSentence number 6") != std::string::npos);
}

TEST_CASE("A page is read in the encoding it declares", "[html]") {
  const auto headline = [](const std::string& charset, const std::string& title) {
    return article_of(page_with("<meta charset=" + charset + "><meta property=og:title content='" +
                                title + "'>"))
        .headline;
  };
  CHECK(headline("windows-1252", "Caf\xe9 \x93open\x94") == "Café “open”");
  CHECK(headline("iso-8859-1", "Caf\xe9") == "Café");
  CHECK(headline("windows-1251", "\xcf\xee\xf0\xf2") == "Порт");
  // What is UTF-8 is UTF-8, whatever the page says.
  CHECK(headline("windows-1251", "Порт") == "Порт");
}

TEST_CASE("HTML is told by its content", "[html]") {
  CHECK(read_bytes("a.txt", page_with("")).batches.at(0).format->name == "html");
  CHECK(read_bytes("a", "<div><p>Ships move.</p><br><span>x</span></div>")
            .batches.at(0)
            .format->name == "html");
  CHECK(
      read_bytes("a.html", "Ships move. The harbour is open again.\n").batches.at(0).format->name ==
      "page-text");
}

TEST_CASE("Deep and unclosed mark-up is bounded", "[html]") {
  const auto repeat = [](std::string_view piece, std::size_t times) {
    std::string out;
    for (std::size_t i = 0; i < times; ++i) out += piece;
    return out;
  };
  for (const std::string_view piece :
       {"<div>", "<b>", "<a href=x>", "<table><tr><td>", "<ul><li>", "<font size=1><p>", "<!--",
        "<svg>", "<script>", "<p a='", "</div>", "<h1><a>", "<button><p>", "<x-y>"}) {
    CAPTURE(piece);
    const HtmlPage page = read_html("<html><body><p>Ships move.</p>" + repeat(piece, 60'000));
    CHECK(page.lines.at(0).text == "Ships move.");
  }
}

TEST_CASE("A page is flattened where it nests too deep, and rejected when it is too large",
          "[html]") {
  const auto page = [](std::string_view piece, std::size_t times, std::string_view end) {
    std::string out = "<html><body><p>Ships move.</p>";
    for (std::size_t i = 0; i < times; ++i) out += piece;
    out += end;
    return out + "<p>The first ships left the harbour on Monday after a long strike.</p>";
  };
  const ReadCorpus deep = read_bytes("x.html", page("<div>", kMostNesting + 100, "The depth."));
  REQUIRE(deep.articles.size() == 1);
  CHECK(deep.articles[0].page_text.find("The depth.") != std::string::npos);
  CHECK(deep.articles[0].page_text.find("a long strike") != std::string::npos);

  const auto read = [&](std::size_t tags) { return read_bytes("x.html", page("<br>", tags, "")); };
  CHECK(read(kMostTags - 100).articles.size() == 1);
  CHECK(reasons(read(kMostTags + 1)) == std::string(kPageTooLarge) + "\n");
  const std::string words = page("many words ", kMostMarkup / 11 + 1, "");
  CHECK(reasons(read_bytes("x.html", words)) == std::string(kPageTooLarge) + "\n");
  // Attributes are passed over however many there are.
  std::string wide = "<div ";
  for (int i = 0; i < 500'000; ++i) wide += "a" + std::to_string(i) + "=b ";
  CHECK(read_bytes("x.html", page(wide + ">", 1, "")).articles.size() == 1);
}

TEST_CASE("Damaged pages never crash the reader", "[html]") {
  const std::string page = fixture("harbour.html");
  std::uint32_t random = 7;
  const auto next = [&](std::size_t bound) {
    random = random * 1664525 + 1013904223;
    return static_cast<std::size_t>(random >> 8) % bound;
  };
  for (int round = 0; round < 300; ++round) {
    std::string damaged = page;
    for (std::size_t n = next(20) + 1; n > 0; --n) {
      const std::size_t at = next(damaged.size());
      switch (next(4)) {
        case 0:
          damaged[at] = static_cast<char>(next(256));
          break;
        case 1:
          damaged.erase(at, next(200));
          break;
        case 2:
          damaged.insert(at, damaged.substr(next(damaged.size()), next(200)));
          break;
        default:
          damaged[at] = "<>\"'&=/!-"[next(9)];
      }
      if (damaged.empty()) damaged = "<";
    }
    for (RawArticle& raw : read_bytes("page.html", damaged).articles) {
      CHECK(clean(std::move(raw), {}).lines.size() <= damaged.size());
    }
  }
}
