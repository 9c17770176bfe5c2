#include <filesystem>
#include <set>

#include "common/base/text.h"
#include "indexer/reader/sgml.h"
#include "indexer/reader/wire_text.h"
#include "tests/catch.h"
#include "tests/indexer/reader/reader_helpers.h"

namespace {

using namespace news;

/// A story as the collection prints it, with these elements inside TEXT.
std::string story(std::string_view text, std::string_view type = "") {
  return "<REUTERS TOPICS=\"YES\" OLDID=\"1\" NEWID=\"77\">\n<DATE> 4-FEB-1987 10:10:00.00</DATE>\n"
         "<TOPICS><D>ship</D><D>grain</D></TOPICS>\n<PLACES><D>peru</D><D>west-germany</D></"
         "PLACES>\n"
         "<PEOPLE></PEOPLE>\n<ORGS><D>opec</D><D>ship</D></ORGS>\n"
         "<UNKNOWN> \n&#5;&#5;&#5;F\nBC-PORT 02-04</UNKNOWN>\n<TEXT" +
         std::string(type) + ">&#2;\n" + std::string(text) + "</TEXT>\n</REUTERS>\n";
}

ReadCorpus read_sgml(const std::string& bytes) {
  return read_bytes("reut.sgm", "<!DOCTYPE lewis SYSTEM \"lewis.dtd\">\n" + bytes);
}

RawArticle one(const std::string& bytes) {
  ReadCorpus all = read_sgml(bytes);
  REQUIRE(all.articles.size() == 1);
  return all.articles[0];
}

TEST_CASE("A story fills its fields", "[reader]") {
  const RawArticle raw = one(
      story("<TITLE>PORT &lt;PRT> REOPENS\nAFTER A &amp; B</TITLE>\n"
            "<AUTHOR>    By Jane Doe and John Roe, Reuters -</AUTHOR>\n"
            "<DATELINE>    LIMA, Feb 4 - </DATELINE><BODY>Ships of &lt;Sea Co> left at last the\n"
            "harbour of Callao today for the first time since the new year\nbegan.\n"
            "    \"We are glad,\" the harbour master told Reuters.\n Reuter\n&#3;</BODY>"));
  const Article& article = raw.article;
  CHECK(article.id == "77");
  CHECK(article.record == "77");
  CHECK(article.headline == "PORT <PRT> REOPENS AFTER A & B");
  CHECK(article.body ==
        "Ships of <Sea Co> left at last the harbour of Callao today for the first time since the "
        "new year "
        "began.\n\"We are glad,\" the harbour master told Reuters.");
  CHECK(article.authors == std::vector<std::string>{"Jane Doe", "John Roe"});
  CHECK(article.keywords == std::vector<std::string>{"ship", "grain", "opec"});
  CHECK(raw.country_texts == std::vector<std::string>{"peru", "west-germany"});
  CHECK(raw.dateline_text == "    LIMA, Feb 4 - ");
  CHECK(raw.published_text == "4-FEB-1987 10:10:00.00");
  CHECK(raw.published_key == "DATE");
  CHECK(article.source == "Reuters");
  CHECK(article.agency == "Reuters");
  CHECK(article.language == "en");
}

TEST_CASE("A brief is its title", "[reader]") {
  const RawArticle raw =
      one(story("******<TITLE>PORT REOPENS\n</TITLE>Blah blah blah.\n&#3;\n\n", " TYPE=\"BRIEF\""));
  CHECK(raw.article.headline == "PORT REOPENS");
  CHECK(raw.article.body.empty());
}

TEST_CASE("Text without mark-up begins with its headline, and tables stay tables", "[reader]") {
  const RawArticle raw =
      one(story("PORT PRICES  CLSG\n            OPEN     CLOSE\n MAY7    274H"
                "     273\n JUL7     264     263\n Reuter\n&#3;\n",
                " TYPE=\"UNPROC\""));
  CHECK(raw.article.headline == "PORT PRICES CLSG");
  CHECK(raw.article.body == "OPEN     CLOSE\nMAY7    274H     273\nJUL7     264     263");
}

TEST_CASE("A story without any text is kept by its number", "[reader]") {
  CHECK(one(story("&#3;\n\n", " TYPE=\"UNPROC\"")).article.headline == "Reuters story 77");
}

TEST_CASE("Text between the elements is not lost", "[reader]") {
  CHECK(one(story("<TITLE>PRICES IN DLRS A</TITLE>\ntonne cif\n<BODY>None.\n</BODY>"))
            .article.headline == "PRICES IN DLRS A tonne cif");
  CHECK(one(story("<TITLE>PRICES</TITLE>\n MAY    1\n JUN    2\n<BODY>None.\n</BODY>"))
            .article.body == "MAY    1\nJUN    2\nNone.");
}

TEST_CASE("Odd mark-up still gives an article", "[reader]") {
  CHECK(one(story("<TITLE>NO END OF BODY</TITLE><BODY>A < B & C &bogus; D &#99999999;\n"))
            .article.body == "A < B & C &bogus; D &#99999999;");
  CHECK(one("<REUTERS NEWID=\"5\"><TITLE>x</TITLE></REUTERS>").article.id == "5");
  const ReadCorpus all = read_sgml(story("<TITLE>A</TITLE>") + "<REUTERS NEWID=\"9\"><TEXT>");
  CHECK(all.articles.size() == 1);
  REQUIRE(all.rejections.size() == 1);
  CHECK(all.rejections[0].record == "9");
  CHECK(all.rejections[0].reason.find("cut off") == 0);
}

TEST_CASE("A byte of Latin 1 in a story becomes its letter", "[reader]") {
  CHECK(one(story("<TITLE>Z\xfcrich</TITLE>")).article.headline == "Z\u00fcrich");
}

TEST_CASE("Codes of the wire that ran into the date are left out", "[reader]") {
  std::string bytes = story("<TITLE>A</TITLE>");
  bytes.replace(bytes.find("00.00</DATE>"), 5, "00.00&#5;&#5;&#5;RM C");
  CHECK(one(bytes).published_text == "4-FEB-1987 10:10:00.00");
}

TEST_CASE("Sign-offs go, words of the text stay", "[reader]") {
  for (const char* line :
       {" Reuter", "REUTER...", "REUTE", "Reuters", " REUTER 11:43/VB", "More"}) {
    CHECK(without_sign_off(line).empty());
  }
  CHECK(without_sign_off("was nil. REUTER") == "was nil.");
  CHECK(without_sign_off("....0 REUTER") == "....0");
  for (const char* line : {"he told Reuters.", "Reuters Holdings Plc said so.", "<REUT>.", "end"}) {
    CHECK(without_sign_off(line) == line);
  }
}

TEST_CASE("Wrapped lines join; short and indented ones and rows don't", "[reader]") {
  const std::string full(60, 'x');
  CHECK(join_wrapped_lines({full, "end."}, 0) == full + " end.");
  CHECK(join_wrapped_lines({full, "    New."}, 0) == full + "\nNew.");
  CHECK(join_wrapped_lines({"Year", "Shr 5"}, 0) == "Year\nShr 5");
  CHECK(join_wrapped_lines({"after a long dateline", "it goes on"}, 30) ==
        "after a long dateline it goes on");
  CHECK(join_wrapped_lines({full, "GOLD....12.....13", full}, 0) ==
        full + "\nGOLD....12.....13\n" + full);
  CHECK(join_wrapped_lines({full, "", "more"}, 0) == full + "\nmore");
}

TEST_CASE("Attributes and elements are found by their whole name", "[reader]") {
  CHECK(find_attribute("OLDID=\"1\" ID=\"2\"", "ID") == "2");
  CHECK(find_attribute("A=\"1", "A") == "1");
  CHECK(find_element("<DATELINE>x</DATELINE><DATE>y</DATE>", "DATE").content == "y");
  CHECK_FALSE(find_element("<DATE", "DATE").found);
  const SgmlElement open = find_element("<TITLE>a < b<BODY>c</BODY>", "TITLE");
  CHECK(open.content == "a < b");
  CHECK(open.end == 12);
}

TEST_CASE("All of Reuters-21578 is read", "[reader][corpora]") {
  const std::string folder = NEWS_SOURCE_DIR "/../shared/corpora/reuters21578";
  if (!std::filesystem::exists(folder)) {
    WARN("no Reuters-21578 beside the source; not tested");
    return;
  }
  std::set<std::string> ids;
  std::size_t without_body = 0;
  std::size_t signed_off = 0;
  const ReadCorpus all = read_all({folder});
  for (const RawArticle& raw : all.articles) {
    const Article& article = raw.article;
    if (article.format != "reuters-sgml") continue;
    ids.insert(article.id);
    const bool whole = !article.headline.empty() && !raw.published_text.empty() &&
                       is_valid_utf8(article.headline) && is_valid_utf8(article.body) &&
                       article.headline.find_first_of("\n&") == std::string::npos;
    // "S&L" is the one use of an ampersand in headlines.
    if (!whole && article.headline.find("S&L") == std::string::npos) FAIL_CHECK(article.id);
    without_body += article.body.empty() ? 1 : 0;
    signed_off += article.body.ends_with("\nReuter") || article.body.ends_with("\nREUTER") ? 1 : 0;
  }
  CHECK(ids.size() == 21578);
  CHECK(all.articles.size() == 21578);
  CHECK(all.rejections.size() == 1);  // its README
  CHECK(without_body < 1810);
  CHECK(signed_off < 5);
}

}  // namespace
