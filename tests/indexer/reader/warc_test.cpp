#include "tests/catch.h"
#include "tests/indexer/reader/reader_helpers.h"
#include "tests/indexer/source/packing.h"

namespace {

using namespace news;

std::string record(const std::string& type, const std::string& media, const std::string& content,
                   const std::string& more = "") {
  return "WARC/1.0\r\nWARC-Type: " + type + "\r\nWARC-Record-ID: <urn:uuid:" + type +
         ">\r\nWARC-Target-URI: https://ex.test/a\r\nWARC-Date: 2026-02-06T01:02:03Z\r\n" + more +
         "Content-Type: " + media + "\r\nContent-Length: " + std::to_string(content.size()) +
         "\r\n\r\n" + content + "\r\n\r\n";
}

std::string answer(const std::string& body, const std::string& head = "",
                   const std::string& status = "200 OK", const std::string& type = "text/html") {
  return "HTTP/1.1 " + status + "\r\nContent-Type: " + type + "\r\n" + head + "\r\n" + body;
}

std::string response(const std::string& content) {
  return record("response", "application/http; msgtype=response", content);
}

const std::string kPage =
    "<html><head><title>Port reopens</title></head><body><p>Ships left the port of Callao on "
    "Wednesday after a week.</p></body></html>";

TEST_CASE("Only pages of a crawl become articles, without its time", "[reader][warc]") {
  const std::string warc = record("warcinfo", "application/warc-fields", "software: x\r\n") +
                           record("request", "application/http", "GET / HTTP/1.1\r\n\r\n") +
                           response(answer(kPage)) + record("metadata", "text/anvl", "a: b") +
                           response(answer("x", "", "404 Not Found")) +
                           response(answer(std::string("\0\1", 2), "", "200 OK", "image/png"));
  const ReadCorpus all = read_bytes("x.warc", warc);
  REQUIRE(all.articles.size() == 1);
  const RawArticle& raw = all.articles[0];
  CHECK(raw.article.format == "warc");
  CHECK(raw.article.id == "urn:uuid:response");
  CHECK(raw.article.url == "https://ex.test/a");
  CHECK(raw.article.source == "ex.test");
  CHECK(raw.page_text.find("Ships left the port") != std::string::npos);
  CHECK(raw.published_text.empty());
  CHECK(reasons(all) == "record 5: HTTP status 404\nrecord 6: no page: image/png\n");
}

TEST_CASE("Answers are unchunked and decompressed", "[reader][warc]") {
  const std::string chunks = "5\r\n<p>Sh\r\n6\r\nips.\n \r\n0\r\n\r\n";
  const std::string warc =
      response(answer(chunks, "Transfer-Encoding: chunked\r\n")) +
      response(answer("<p>Not chunked.", "Transfer-Encoding: chunked\r\n")) +
      response(answer(gzip_member("<p>Packed."), "Content-Encoding: gzip\r\n")) +
      response(answer("x", "Content-Encoding: br\r\n"));
  const ReadCorpus all = read_bytes("x.warc", warc);
  REQUIRE(all.articles.size() == 3);
  CHECK(all.articles[0].page_text == "Ships.\n");
  CHECK(all.articles[1].page_text == "Not chunked.\n");
  CHECK(all.articles[2].page_text == "Packed.\n");
  CHECK(reasons(all) == "record 4: a page compressed by br, which isn't read\n");
}

TEST_CASE("A crawled page is read like a saved one", "[reader][warc]") {
  const std::string page =
      "<html lang=pt><head><meta property=og:title content='Porto reabre'>"
      "<meta property=article:published_time content='2026-02-04T10:10:00Z'>"
      "<link rel=canonical href='https://ex.test/other'></head><body><nav><a href=/>In\xed"
      "cio</a>"
      "</nav><p>Os navios sa\xed"
      "ram do porto na quarta-feira.</p></body></html>";
  const std::string crawled = answer(page, "", "200 OK", "text/html; charset=iso-8859-1");
  const ReadCorpus all = read_bytes("x.warc", response(crawled));
  REQUIRE(all.articles.size() == 1);
  const RawArticle& raw = all.articles[0];
  CHECK(raw.article.headline == "Porto reabre");
  CHECK(raw.published_text == "2026-02-04T10:10:00Z");
  CHECK(raw.article.language == "pt");
  CHECK(raw.article.url == "https://ex.test/a");
  REQUIRE(raw.line_hints.size() == 2);
  CHECK(raw.line_hints[0].region == LineHint::Region::Navigation);
  CHECK(raw.page_text.find("Os navios sa\u00edram") != std::string::npos);
}

TEST_CASE("A page in an unknown encoding is a rejection, one in a known one isn't",
          "[reader][warc]") {
  const auto read = [](const std::string& charset) {
    return read_bytes("x.warc", response(answer("<p>\xcf\xee\xf0\xf2 open.", "", "200 OK",
                                                "text/html; charset=" + charset)));
  };
  REQUIRE(read("windows-1251").articles.size() == 1);
  CHECK(read("windows-1251").articles[0].page_text == "\u041f\u043e\u0440\u0442 open.\n");
  CHECK(reasons(read("x-made-up")) == "record 1: a page in x-made-up, which isn't read\n");
}

TEST_CASE("WET records are the text of pages", "[reader][warc]") {
  const ReadCorpus all =
      read_bytes("x.wet", record("conversion", "text/plain", "Menu\nPort reopens\nShips left.",
                                 "WARC-Identified-Content-Language: eng,fra\r\n"));
  REQUIRE(all.articles.size() == 1);
  CHECK(all.articles[0].page_text == "Menu\nPort reopens\nShips left.");
  CHECK(all.articles[0].article.language == "eng");
}

TEST_CASE("A broken record is one rejection, and the next is read", "[reader][warc]") {
  const std::string good = response(answer(kPage));
  SECTION("bytes between records") {
    const ReadCorpus all = read_bytes("x.warc", good + "noise\r\nmore noise\r\n" + good);
    CHECK(all.articles.size() == 2);
    CHECK(all.rejections.size() == 1);
  }
  SECTION("no length") {
    const ReadCorpus all =
        read_bytes("x.warc", good + "WARC/1.0\r\nWARC-Type: response\r\n\r\n" + good + good);
    CHECK(all.articles.size() == 3);
    CHECK(reasons(all).find("no length in its header") != std::string::npos);
  }
  SECTION("cut off") {
    const ReadCorpus all = read_bytes("x.warc", good + good.substr(0, good.size() - 20));
    CHECK(all.articles.size() == 1);
    CHECK(reasons(all) == "record 2: broken record: cut off\n");
  }
  SECTION("compression that is cut off") {
    const std::string last = gzip_member(response(answer(mixed_text(20000))));
    for (const std::size_t left : {last.size() / 2, std::size_t{12}}) {
      INFO(left);
      const ReadCorpus all = read_bytes("x.warc.gz", gzip_member(good) + last.substr(0, left));
      CHECK(all.articles.size() == 1);
      REQUIRE(all.rejections.size() == 1);
      CHECK(reasons(all).find("gzip data is cut off") != std::string::npos);
    }
  }
  SECTION("a broken member of the compression") {
    const std::string whole = gzip_member(response(answer(mixed_text(20000))));
    const std::string broken = whole.substr(0, whole.size() / 2) + std::string(64, '\xff');
    const std::string last = gzip_member(good);
    const ReadCorpus all = read_bytes("x.warc.gz", gzip_member(good) + broken + last + last + last);
    INFO(reasons(all));
    // Where the broken one ends isn't known for sure, so it may take its neighbour along.
    CHECK(all.articles.size() >= 3);
    CHECK(all.rejections.size() >= 1);
  }
}

TEST_CASE("ARC captures are read by the line before them", "[reader][arc]") {
  const std::string page = answer(kPage);
  const std::string arc =
      "filedesc://x.arc 127.0.0.1 20260206010203 text/plain 12\n1 0 Capture\n\n"
      "https://ex.test/a b 127.0.0.1 20260206010203 text/html " +
      std::to_string(page.size()) + "\n" + page +
      "\nhttps://ex.test/c 127.0.0.1 20260206010203 text/html -1\n\n"
      "https://ex.test/d 127.0.0.1 20260206010203 text/html " +
      std::to_string(page.size()) + "\n" + page + "\n";
  const ReadCorpus all = read_bytes("x.arc", arc);
  INFO(reasons(all));
  REQUIRE(all.articles.size() == 2);
  CHECK(all.articles[0].article.url == "https://ex.test/a b");
  CHECK(all.articles[1].article.url == "https://ex.test/d");
  CHECK(all.rejections.size() == 1);
}

}  // namespace
