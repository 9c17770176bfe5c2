#include "indexer/clean/clean.h"

#include <algorithm>
#include <filesystem>

#include "common/base/file.h"
#include "common/base/text.h"
#include "indexer/clean/stripped_text.h"
#include "tests/catch.h"

using namespace news;

namespace {

std::string fixture(const std::string& name) {
  return read_file(std::filesystem::path(NEWS_SOURCE_DIR) / "tests" / "fixtures" / name);
}

CleanResult clean_page(std::string page) {
  RawArticle raw;
  raw.page_text = std::move(page);
  return clean(std::move(raw), {});
}

/// The zones of a page as text, "number:zone", without blank lines.
std::string zones_of(const CleanResult& result, std::size_t first, std::size_t last) {
  std::string out;
  for (const ZonedLine& line : result.lines) {
    if (line.zone == Zone::Blank || line.number < first || line.number > last) continue;
    out += std::to_string(line.number) + ":" + std::string(zone_name(line.zone)) + " ";
  }
  return out;
}

std::string finding(const CleanResult& result, std::string_view what) {
  const auto found = std::find_if(result.findings.begin(), result.findings.end(),
                                  [&](const Finding& f) { return f.what == what; });
  return found == result.findings.end() ? "-" : found->value + " | " + found->from;
}

}  // namespace

TEST_CASE("A page with menus and trending stories gives its one article", "[clean]") {
  const CleanResult result = clean_page(fixture("page_with_menus.txt"));
  const Article& article = result.article;
  REQUIRE(result.rejection.empty());
  CHECK(article.headline == "Harbour Council Extends Night Ferry Trial Amid Fuel Concerns");
  CHECK(article.summary.rfind("The harbour council agreed to keep", 0) == 0);
  CHECK(std::count(article.body.begin(), article.body.end(), '\n') == 2);
  CHECK(article.body.rfind("The harbour council and the ferry company", 0) == 0);
  CHECK(article.body.find("due in the summer.") == article.body.size() - 18);
  CHECK(article.dateline.place == "Lisbon");
  CHECK(article.dateline.country == "PT");
  CHECK(article.countries == std::vector<std::string>{"PT", "ES"});
  CHECK(article.published.to_iso8601() == "2026-03-05T15:10:00Z");
  CHECK(article.updated.to_iso8601() == "2026-03-05T15:40:00Z");
  CHECK_FALSE(article.published.doubtful);
  CHECK(article.publisher_country == "IN");
  CHECK(article.source == "Example Times");
  CHECK(article.agency.empty());
  CHECK(article.captions == std::vector<std::string>{"Ana Example"});
  CHECK(article.language == "en");
  CHECK(zones_of(result, 1, 12) ==
        "1:navigation 3:headline 5:summary 7:dateline_row 8:navigation 9:caption 10:countries "
        "11:countries 12:countries ");
  CHECK(zones_of(result, 13, 23) == "14:body 16:body 18:body 20:credit 22:other_stories ");
  CHECK(finding(result, "published") == "2026-03-05T15:10:00Z | line 7");
  CHECK(finding(result, "publisher country") == "IN | line 57");
  for (const ZonedLine& line : result.lines) {
    INFO(line.number);
    CHECK_FALSE(line.rule.empty());
    if (line.number > 20) CHECK(line.zone != Zone::Body);
  }
}

TEST_CASE("What is stripped from a page is kept, without the story", "[clean]") {
  const Article article = clean_page(fixture("page_with_menus.txt")).article;
  CHECK(article.other.rfind("date 2026-03-06 Left Menu\n(With inputs from agencies.)\nTRENDING\n1\n"
                            "Bakery Chain Reports Record Quarter on Strong Bread Sales\n",
                            0) == 0);
  CHECK(article.other.find("\nDisclaimer | Terms of use | Privacy Policy") != std::string::npos);
  for (const std::string& text : {article.headline, article.summary, article.body}) {
    CHECK(article.other.find(text) == std::string::npos);
  }
  CHECK(clean_page(fixture("page_plain.txt")).article.other.empty());
}

TEST_CASE("Of what is stripped from a page 64 KiB are kept", "[clean]") {
  std::string page = fixture("page_with_menus.txt");
  while (page.size() < 100'000) page += "An umlaut: \u00fcber\n";
  const Article article = clean_page(page).article;
  CHECK(article.other.size() <= kMostStrippedBytes);
  CHECK(article.other.size() > kMostStrippedBytes - 4);
  CHECK(is_valid_utf8(article.other));
  CHECK(article.reading.stripped_characters > kMostStrippedBytes);
}

TEST_CASE("The page that the project began with reads perfectly", "[clean]") {
  const auto path = std::filesystem::path(NEWS_SOURCE_DIR).parent_path() / "shared" / "reference" /
                    "seed-page.txt";
  if (!std::filesystem::exists(path)) {
    WARN("no reference page beside the source; skipped");
    return;
  }
  const CleanResult result = clean_page(read_file(path));
  const Article& article = result.article;
  REQUIRE(result.rejection.empty());
  CHECK(article.headline.rfind("Xi and Putin", 0) == 0);
  CHECK(article.published.to_iso8601() == "2026-02-04T10:10:00Z");
  CHECK(article.updated.to_iso8601() == "2026-02-04T10:10:00Z");
  CHECK(article.dateline.place == "Beijing");
  CHECK(article.dateline.country == "CN");
  CHECK(article.countries == std::vector<std::string>{"CN"});
  CHECK(article.publisher_country == "IN");
  CHECK(article.agency.empty());
  CHECK(std::count(article.body.begin(), article.body.end(), '\n') == 2);
  CHECK(zones_of(result, 1, 20) ==
        "1:navigation 3:headline 5:summary 7:dateline_row 8:navigation 9:caption 10:countries "
        "11:countries 13:body 15:body 17:body 19:credit ");
  for (const std::string_view poison : {"Pemex", "Nagpur", "Manipur", "Blockchain", "agencies"}) {
    CHECK(article.body.find(poison) == std::string::npos);
  }
}

TEST_CASE("A plain text with a title reads as it stands", "[clean]") {
  const CleanResult result = clean_page(fixture("page_plain.txt"));
  REQUIRE(result.rejection.empty());
  CHECK(result.article.headline == "Night ferry to stay for another season");
  CHECK(result.article.body ==
        "The harbour council agreed to keep the night ferry running for another season, although "
        "members worry about what diesel costs.\nThe trial began last autumn with two old boats "
        "and a single crew. Passengers filled both of them within a month, and the company asked "
        "for a third.\n\"We will see,\" said the mayor.");
  CHECK(result.article.dateline.place == "Lisbon");
  CHECK(result.article.agency == "Reuters");
}

TEST_CASE("Noise is rejected with a reason", "[clean]") {
  for (const char* noise : {"Home\nNews\nSport\n", "1 2 3 4 5\n", "[img] [img]\n",
                            "Menu | Search | Log in\n\u00a9 2026\n", "\n\n  \n",
                            "This site uses cookies to offer you a better browsing experience, "
                            "find out more on how we use cookies.\n"}) {
    INFO(noise);
    CHECK_FALSE(clean_page(noise).rejection.empty());
  }
}

TEST_CASE("Fields of a feed pass through and their dates are read", "[clean]") {
  RawArticle raw;
  raw.article.headline = "Port  reopens";
  raw.article.body = "LIMA, Feb 4 (Reuters) - Ships move again.\nMore ships came.\n--IANS vc/bg";
  raw.article.language = "English";
  raw.article.url = "https://www.example.co.uk/a1";
  raw.published_text = "2026-02-04 15:40:00";
  raw.published_key = "date_publish";
  raw.updated_text = "None";
  raw.updated_key = "date_modify";
  raw.country_texts = {"peru", "west-germany", "Peru"};
  const CleanResult result = clean(raw, {});
  const Article& article = result.article;
  CHECK(article.headline == "Port reopens");
  CHECK(article.body == "Ships move again.\nMore ships came.");
  CHECK(article.dateline.text == "LIMA, Feb 4 (Reuters)");
  CHECK(article.dateline.country == "PE");
  CHECK(article.agency == "Reuters");
  CHECK(article.countries == std::vector<std::string>{"PE", "DE"});
  CHECK(article.published.to_iso8601() == "2026-02-04T15:40:00Z");
  CHECK(article.published.from == "date_publish iso zone:none, UTC assumed");
  CHECK_FALSE(article.updated.known());
  CHECK(article.language == "en");
  CHECK(article.publisher_country == "GB");
}

TEST_CASE("A marked dateline gives back the words that belong to the story", "[clean]") {
  RawArticle raw;
  raw.article.headline = "RATES FALL";
  raw.article.body =
      "inflation plan failed, said a\nbank. It was the second\nthis year.\n    More "
      "is to come, it\nsaid.\n Reuter\n";
  raw.dateline_text = "    RIO DE JANEIRO, Feb 26 - Brazil's \"Cruzado\" anti- ";
  raw.published_text = "26-FEB-1987 15:01:01.79";
  raw.published_key = "DATE";
  const CleanResult result = clean(raw, {});
  CHECK(result.article.body ==
        "Brazil's \"Cruzado\" anti- inflation plan failed, said a bank. It was the second this "
        "year.\nMore is to come, it said.");
  CHECK(result.article.dateline.place == "Rio de Janeiro");
  CHECK(result.article.dateline.country == "BR");
  CHECK(result.article.published.to_iso8601() == "1987-02-26T15:01:01Z");
}

TEST_CASE("An article without any text is rejected", "[clean]") {
  CHECK(clean(RawArticle{}, {}).rejection == "no text: neither headline, summary nor body");
}

TEST_CASE("What the user says about dates and language comes first", "[clean]") {
  RawArticle raw;
  raw.article.headline = "Port reopens";
  raw.published_text = "04/02/2026 15:40";
  raw.published_key = "date";
  CleanOptions options;
  options.date_order = "mdy";
  options.timezone = "+05:30";
  options.language = "pt-BR";
  const CleanResult result = clean(raw, options);
  CHECK(result.article.published.to_iso8601() == "2026-04-02T10:10:00Z");
  CHECK(result.article.language == "pt");
}

TEST_CASE("A box that stands in the story several times doesn't end it", "[clean]") {
  std::string page = "Night ferries stay for the whole summer\n\nBy Jane Doe\n";
  for (const char* word : {"Monday", "Tuesday", "Wednesday"}) {
    page += "\nThe harbour council met on " + std::string(word) +
            " and talked about the night ferries for some hours without a vote.\n"
            "\nIts chair said on " +
            word +
            " that the boats had carried more passengers than anybody expected.\n"
            "\nMost read\n\nTrams stop earlier from next week on\n\nA new pool for the old town\n\n"
            "Why the market has moved again\n\nThe mayor walks to work\n";
  }
  const Article article = clean_page(page).article;
  CHECK(article.body.find("on Monday and") != std::string::npos);
  CHECK(article.body.find("on Wednesday that") != std::string::npos);
  CHECK(article.body.find("mayor walks") == std::string::npos);
}

TEST_CASE("Tags end where other stories begin, and share bars are no summary", "[clean]") {
  const CleanResult result = clean_page(
      "Night ferries stay for summer\n12 March 2026 10:15\nShare on Facebook Share on X "
      "WhatsApp\n\n"
      "The harbour council voted on Thursday to keep the night ferries running until the end of "
      "September.\n\nThe council puts the price of the night service at two million a year, half "
      "of "
      "which comes from fares.\n\nTags: Ferries, Harbour\n\nMOST READ\n01\nA whale was seen\n");
  CHECK(result.article.summary.empty());
  CHECK(result.article.keywords == std::vector<std::string>{"Ferries", "Harbour"});
}

TEST_CASE("A row of dates is one though it ends like a sentence or has no digits", "[clean]") {
  const auto page = [](const std::string& row, const std::string& story) {
    RawArticle raw;
    raw.page_text = "Night ferries stay for the whole summer\n\n" + row + "\n\n" + story;
    return clean(std::move(raw), {}).article;
  };
  const std::string story =
      "The harbour council voted to keep the night ferries running until the end of the "
      "summer.\n\nThe trial carried forty thousand passengers, more than anybody had expected.\n";
  for (const char* row : {"Mi\u00e9rcoles, 4 de febrero del 2026 a las 7:05 p. m.",
                          "Published: Wed., Feb. 4th, 2026 at 6:05 a.m.",
                          "\u4e8c\u3007\u4e8c\u516d\u5e74\u4e8c\u6708\u56db\u65e5"}) {
    INFO(row);
    const Article article = page(row, story);
    CHECK(article.published.to_iso8601().substr(0, 10) == "2026-02-04");
    CHECK(article.body.starts_with("The harbour council"));
  }
  // A sentence of the story that names a day is the story's.
  const std::string dated = "On 4 February 2026 the council met its guests for the first time.";
  CHECK(page("By Jane Doe", dated + "\n\n" + story).body.starts_with(dated));
}
