#include "indexer/reader/html_headline.h"

#include "tests/catch.h"

using namespace news;

namespace {

HtmlPage page_of(const std::string& window, const std::string& heading,
                 const std::string& twitter = "") {
  HtmlPage page;
  page.title = window;
  page.titles = {heading};
  page.lines.push_back({heading, {}});
  page.lines.back().hint.tag = LineHint::Tag::Title;
  page.lines.back().hint.block = 1;
  if (!twitter.empty()) page.metas.push_back({"twitter:title", twitter});
  return page;
}

const std::string kEditors = "Harbour council keeps the late ferries";
const std::string kShared = "Good news for night owls in town";

}  // namespace

TEST_CASE("The shared headline wins over a declared one when anything agrees", "[html]") {
  const HtmlPage alone = page_of(kEditors, kEditors);
  CHECK(choose_headline(alone, {kShared, kEditors, "", ""}).text == kEditors);
  CHECK(choose_headline(alone, {kShared, kEditors, "", ""}).from == "json-ld headline");
  CHECK(choose_headline(page_of(kEditors, kEditors, kShared), {kShared, kEditors, "", ""}).text ==
        kShared);
  CHECK(choose_headline(alone, {kShared, kEditors, kShared, ""}).text == kShared);
  // The page shows it, if only behind a kicker.
  HtmlPage shown = alone;
  shown.lines.push_back({"Ferries " + kShared, {}});
  CHECK(choose_headline(shown, {kShared, kEditors, "", ""}).text == kShared);
}

TEST_CASE("A headline for search engines gives way to the page's own heading", "[html]") {
  const HtmlPage page = page_of(kShared + " | Example Times", kEditors, kShared);
  CHECK(choose_headline(page, {kShared, kEditors, "", ""}).text == kEditors);
  // Not to one that only JSON knows.
  CHECK(choose_headline(page, {kShared, "Ferries, harbour, late, night", "", ""}).text == kShared);
}

TEST_CASE("A shared headline that a quotation mark cut off is none", "[html]") {
  const std::string whole = "Late ferries stay, \"for good\", says the council";
  const HtmlPage page = page_of(whole, whole, "Late ferries stay,");
  CHECK(choose_headline(page, {"Late ferries stay,", kEditors, "", ""}).text == kEditors);
  CHECK(choose_headline(page, {"Late ferries stay,", "", "", ""}).text == whole);
}

TEST_CASE("A kicker of the shared headline is told by the alternative one", "[html]") {
  const HtmlPage page = page_of("", "");
  CHECK(choose_headline(page, {"Harbour: " + kEditors, "", "Harbour - " + kEditors, ""}).text ==
        kEditors);
  CHECK(choose_headline(page, {"Harbour: " + kEditors, "", "Harbour: " + kEditors, ""}).text ==
        "Harbour: " + kEditors);
}

TEST_CASE("The outlet's name goes from the end of a headline", "[html]") {
  const HtmlPage page = page_of(kEditors + "-News\u3163Example", kEditors);
  const auto text = [&](const std::string& shared, const std::string& declared) {
    return choose_headline(page, {shared, declared, "", "Example Times"}).text;
  };
  CHECK(text(kEditors + " - Example Times", "") == kEditors);
  CHECK(text(kEditors + " | By Jane Doe", kEditors) == kEditors);
  CHECK(text(kEditors + "-News\u3163Example", kEditors) == kEditors);
  // What JSON-LD repeats in full is no outlet's name, unless it is the outlet's.
  CHECK(text(kEditors + " - the latest", kEditors + " - the latest") == kEditors + " - the latest");
  CHECK(text(kEditors + " - Example Times", kEditors + " - Example Times") == kEditors);
  // Quotes differ between the places.
  const HtmlPage quoted = page_of("", "The council\u2019s late ferries stay");
  CHECK(choose_headline(quoted, {"The council's late ferries stay | Example", "", "", ""}).text ==
        "The council\u2019s late ferries stay");
}

TEST_CASE("Without metadata the heading is the headline, or the window's title", "[html]") {
  CHECK(choose_headline(page_of("Window", "Heading"), {}).text == "Heading");
  HtmlPage bare;
  bare.title = "Window";
  CHECK(choose_headline(bare, {}).text == "Window");
  CHECK(choose_headline(bare, {}).from == "title");
  CHECK(choose_headline({}, {}).text.empty());
}
