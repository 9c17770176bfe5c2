#include "indexer/reader/reading.h"

#include "common/base/error.h"
#include "common/base/text.h"
#include "indexer/reader/fields.h"
#include "tests/catch.h"
#include "tests/indexer/reader/reader_helpers.h"
#include "tests/indexer/source/packing.h"

namespace {

using namespace news;

std::string error_of(const ReadOptions& options) {
  try {
    // Nothing is to be read before the options are right, so the root may be missing.
    read_all({"/no/such/folder"}, options);
  } catch (const Error& error) {
    CHECK(error.kind() == ErrorKind::Usage);
    return error.what();
  }
  return "";
}

TEST_CASE("A wrong option is an error with a suggestion before anything is read", "[reader]") {
  ReadOptions options;
  options.format = "jsnol";
  const std::string unknown = error_of(options);
  CHECK(unknown.starts_with("unknown format 'jsnol'; did you mean 'jsonl'?\nknown formats: auto "));
  for (const Format& format : all_formats()) {
    CHECK(unknown.find(" " + std::string(format.name)) != std::string::npos);
  }
  options = {};
  options.mapping = {{"headlin", "x"}};
  CHECK(error_of(options) == "unknown field 'headlin' in --map; did you mean 'headline'?");
  options.mapping = {{"headline", ""}};
  CHECK(error_of(options).find("--map headline= needs a key") == 0);
}

TEST_CASE("Formats are told by content, not by name", "[reader]") {
  const auto format_of = [](std::string_view name, std::string_view bytes) -> std::string {
    const Format* format = detect_format({bytes, name});
    return format == nullptr ? "" : std::string(format->name);
  };
  CHECK(format_of("x", "{\"title\": \"a\"}") == "json");
  CHECK(format_of("x", "{\n  \"title\": \"a\",\n  \"tags\": {\"b\": 1}\n}\n") == "json");
  CHECK(format_of("x.txt", "\xef\xbb\xbf [{\"title\": \"a\"},\n{\"title\": \"b\"}]") == "json");
  CHECK(format_of("x.json", "{\"title\": \"a}\"}\n{\"title\": \"b\"}\n") == "jsonl");
  CHECK(format_of("x.json", "{\"title\": \"cut of\n{\"title\": \"b\"}\n") == "jsonl");
  CHECK(format_of("x.jsonl.gz", "{\"title\": \"only one\"}\n") == "jsonl");
  CHECK(format_of("x", "{\"title\": \"" + std::string(70000, 'x')) == "jsonl");
  CHECK(format_of("x", "<!DOCTYPE lewis SYSTEM \"lewis.dtd\">\n<REUTERS NEWID=\"1\">") ==
        "reuters-sgml");
  CHECK(format_of("x", "<REUTERS NEWID=\"1\">") == "reuters-sgml");
  CHECK(format_of("x.json", "[1] See the note below.") == "page-text");
  CHECK(format_of("x.json", "{curly} words") == "page-text");
  CHECK(format_of("x", "caf\xe9 in Windows-1252, which old pages are in") == "page-text");
  CHECK(format_of("x", "\u4e2d\u6587") == "page-text");
}

TEST_CASE("What is no text is a rejection that says what it is", "[reader]") {
  const auto reason_of = [](std::string_view bytes) {
    const ReadCorpus all = read_bytes("x.txt", bytes);
    CHECK(all.articles.empty());
    REQUIRE(all.rejections.size() == 1);
    return all.rejections[0].reason;
  };
  using namespace std::string_view_literals;
  CHECK(reason_of(" \n\t\n") == "no text in it");
  CHECK(reason_of("\xff\xfeh\0i\0"sv).find("UTF-16") != std::string::npos);
  CHECK(reason_of("%PDF-1.7 ...").find("a PDF file") != std::string::npos);
  CHECK(reason_of("ab\0cd"sv) == "unknown format: binary, or text in an encoding other than UTF-8");
  CHECK(reason_of("\x80\x81\x82\x83 \x84\x85") ==
        "unknown format: binary, or text in an encoding other than UTF-8");
  CHECK(reason_of(gzip_member("")) == "empty file");
}

TEST_CASE("A page is one article with clean text", "[reader]") {
  const ReadCorpus all =
      read_bytes("pages/today.page.txt", "\xef\xbb\xbfMenu\r\n\r\nShips caf\xe9\x01\rmore\x0c");
  REQUIRE(all.articles.size() == 1);
  const RawArticle& raw = all.articles[0];
  CHECK(raw.page_text == "Menu\n\nShips caf\u00e9\nmore\n");
  CHECK(raw.article.id == "today.page.txt");
  CHECK(raw.article.record.empty());
  CHECK(raw.article.format == "page-text");
  CHECK(raw.article.headline.empty());
}

TEST_CASE("Ids come from the record, then its address, then file and label", "[reader]") {
  const ScratchFolder folder;
  folder.write("in/a/b.jsonl.gz",
               gzip_member("{\"title\": \"one\"}\n"
                           "{\"title\": \"two\", \"url\": \"http://x.test/2\"}\n"
                           "{\"title\": \"three\", \"id\": 3, \"url\": \"u\"}\n"));
  folder.write("in/c.d.json", "[{\"title\": \"four\"}, {\"title\": \"five\"}]");
  const ReadCorpus all = read_all({folder.path("in")});
  REQUIRE(all.articles.size() == 5);
  CHECK(all.articles[0].article.id == "a/b.jsonl#line 1");
  CHECK(all.articles[0].article.record == "line 1");
  CHECK(all.articles[0].article.source_path == folder.path("in/a/b.jsonl.gz"));
  CHECK(all.articles[1].article.id == "http://x.test/2");
  CHECK(all.articles[2].article.id == "3");
  CHECK(all.articles[4].article.id == "c.d.json#item 2");
  CHECK(all.articles[4].article.record == "item 2");
}

TEST_CASE("Batches are small and numbered in the order of the corpus", "[reader]") {
  std::string lines;
  for (int i = 0; i < 3000; ++i) {
    lines +=
        "{\"title\": \"" + std::to_string(i) + "\", \"text\": \"" + std::string(500, 'x') + "\"}\n";
  }
  const ScratchFolder folder;
  folder.write("a.jsonl", lines);
  folder.write("b.txt", "page");
  const ReadCorpus all = read_all({folder.path()});
  REQUIRE(all.articles.size() == 3001);
  REQUIRE(all.batches.size() >= 3);
  for (std::size_t i = 0; i < all.batches.size(); ++i) {
    CHECK(all.batches[i].sequence == i);
    CHECK(all.batches[i].bytes < (600u << 10));
  }
  CHECK(all.batches.back().entry.name == "b.txt");
  CHECK(all.articles[2999].article.headline == "2999");
}

TEST_CASE("Cut off compressed lines give what was whole and one rejection", "[reader]") {
  std::string lines;
  for (int i = 0; i < 2000; ++i) {
    lines += "{\"title\": \"" + mixed_text(40 + i % 50).substr(0, 39) + std::to_string(i) + "\"}\n";
  }
  const std::string gzip = gzip_member(lines);
  const ScratchFolder folder;
  const std::string file = folder.write("cut.jsonl.gz", gzip.substr(0, gzip.size() / 2));
  const ReadCorpus all = read_all({file});
  CHECK(all.articles.size() > 100);
  CHECK(all.articles.size() < 2000);
  REQUIRE(all.rejections.size() == 1);
  CHECK(all.rejections[0].path == file);
  CHECK(all.rejections[0].reason == "gzip data is cut off");
}

TEST_CASE("What the receiver of batches throws ends the reading", "[reader]") {
  const ScratchFolder folder;
  const std::string file = folder.write("a.txt", "page");
  const auto full_disk = [](RecordBatch) { throw Error(ErrorKind::Io, "no space"); };
  bool rejected = false;
  CHECK_THROWS_AS(read_corpus({file}, {}, full_disk, [&](Rejection) { rejected = true; }), Error);
  CHECK_FALSE(rejected);
}

TEST_CASE("Every format has a row with all its parts, and page-text comes last", "[reader]") {
  for (const Format& format : all_formats()) {
    CHECK_FALSE(format.summary.empty());
    CHECK(find_format(format.name) == &format);
  }
  CHECK(all_formats().back().name == "page-text");
  CHECK(find_format("nothing") == nullptr);
  std::size_t place = 0;
  for (const FieldNames& field : all_fields()) {
    CHECK(static_cast<std::size_t>(field.field) == place++);
  }
}

}  // namespace

TEST_CASE("A README beside the articles is no article", "[reader]") {
  const ScratchFolder folder;
  folder.write("in/README.txt", "This collection holds stories. It was made in 1997. Enjoy it.\n");
  folder.write("in/readme-first.txt", "Ships moved again on Monday. Officials said more.\n");
  const ReadCorpus all = read_all({folder.path("in")});
  REQUIRE(all.articles.size() == 1);
  CHECK(all.articles[0].article.id == "readme-first.txt");
  REQUIRE(all.rejections.size() == 1);
  CHECK(all.rejections[0].reason == "no article: a file about the collection");
}
