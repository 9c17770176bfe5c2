#include "indexer/clean/clean.h"
#include "tests/catch.h"

using namespace news;

namespace {

std::string headline_of(std::string page) {
  RawArticle raw;
  raw.page_text = std::move(page);
  return clean(std::move(raw), {}).article.headline;
}

const std::string kStory =
    "\n\nThe harbour council voted on Thursday to keep the night ferries running until the end of "
    "September.\n\nThe council puts the price of the night service at two million a year, half of "
    "which comes from fares.\n";

}  // namespace

TEST_CASE("A kicker is told from the headline by another line of the page", "[clean]") {
  const std::string story =
      "12 March 2026 10:15\n\nThe harbour council voted on Thursday to keep the night ferries "
      "running until the end of September.\n\nThe council puts the price of the night service at "
      "two "
      "million a year, half of which comes from fares.\n";
  CHECK(headline_of(
            "Home > Harbour > Night ferries stay for summer\n\nNight ferries stay for summer\n" +
            story) == "Night ferries stay for summer");
  // Joined to the title now this way, now that way.
  CHECK(headline_of("Harbour council: Night ferries stay for summer\n\n"
                    "Harbour council Night ferries stay for summer\n" +
                    story) == "Night ferries stay for summer");
  // As a list of stories has it, both parts are the title.
  CHECK(headline_of("* Harbour council: Night ferries stay for summer\n* Trams\n\n"
                    "Harbour council Night ferries stay for summer\n" +
                    story) == "Harbour council: Night ferries stay for summer");
  // The page's own colon begins a line.
  CHECK(headline_of("Night ferries\n: Boats until the end of the summer[4fc2-b]\n\n" + story) ==
        "Night ferries: Boats until the end of the summer");
  // On a line of its own.
  CHECK(headline_of("News\n\nStrike at the harbour\n\n"
                    "Night ferries stay for the whole summer\n\n" +
                    story) == "Night ferries stay for the whole summer");
}

TEST_CASE("Of two titles of one story the one above the byline is the headline", "[clean]") {
  const std::string story =
      "By Jane Doe\n\nThe harbour council voted on Thursday to keep the night ferries running "
      "until the end of the summer.\n\nThe trial carried forty thousand passengers, more than "
      "anybody had expected in the winter.\n";
  CHECK(headline_of("Harbour council keeps night ferries for the whole summer\n\n"
                    "A vote on Thursday\nNight ferries stay for the summer\n\n" +
                    story) == "Night ferries stay for the summer");
}

TEST_CASE("The end of a numbered path to the page is its headline", "[clean]") {
  const std::string story =
      "\n\nBoats and feelings\n\nThe harbour council voted on Thursday to keep the night ferries "
      "running until the end of the summer.\n\nThe trial carried forty thousand passengers, more "
      "than anybody had expected in the winter.\n";
  CHECK(headline_of(" 1. Home\n 2. Harbour\n 3. Night ferries stay for the whole summer" + story) ==
        "Night ferries stay for the whole summer");
  // A list of stories is no path.
  CHECK(
      headline_of(" 1. Trams stop earlier from next week on\n 2. Night ferries stay for the whole "
                  "summer" +
                  story) == "Boats and feelings");
}

TEST_CASE("A headline amid the page has its byline below the standfirst", "[clean]") {
  const std::string headline = headline_of(
      "Example Vogue\n\nAll products on this page were picked by our editors without any favour to "
      "those who sell them.\n\nNight ferries stay for the whole summer\n\nThe boats were to stop "
      "in "
      "May, but the council has changed its mind about the night service.\n\nBy Jane Doe\n\nThe "
      "harbour council voted on Thursday to keep the night ferries running until September.\n\nThe "
      "ferries carried forty thousand passengers in the winter, more than the council expected.\n\n"
      "The late boats cost the council two million a year, half of which comes from fares.\n");
  CHECK(headline == "Night ferries stay for the whole summer");
}

TEST_CASE("Another title of the story tells where a kicker without a sign ends", "[clean]") {
  const std::string headline = "Comment Night ferries are worth what the harbour pays";
  CHECK(headline_of("* Harbour: Night ferries are worth the money\n* Trams\n\n" + headline +
                    "\n\nBy Jane Doe" + kStory) == "Night ferries are worth what the harbour pays");
  // A title that opens alike but goes on otherwise is another story's.
  CHECK(headline_of("* Trams: Night drivers stop on Monday over wages\n\n" + headline +
                    "\n\nBy Jane Doe" + kStory) == headline);
  CHECK(headline_of("* Trams\n\n" + headline + "\n\nBy Jane Doe" + kStory) == headline);
}

TEST_CASE("The line below the path to the page is its headline, far from the story", "[clean]") {
  const std::string box =
      "\n\nShare\nPrint\nListen\nSave\nCopy\n\nFive books for dark winter days\n\nBy Jane Doe" +
      kStory;
  for (const char* path :
       {"  * Home\n  * News\n  * Harbour", "Startseite | Hafen |", "Accueil > Port > Bateaux"}) {
    INFO(path);
    CHECK(headline_of(std::string(path) + "\n\nFerries keep their late boats" + box) ==
          "Ferries keep their late boats");
  }
  // Any menu is none.
  CHECK(headline_of("  * Trams\n  * News\n  * Harbour\n\nFerries keep their late "
                    "boats" +
                    box) == "Five books for dark winter days");
}

TEST_CASE("An item that stands alone may be the headline, one of a list is a link", "[clean]") {
  CHECK(headline_of("12 March 2026\n\n  * Night ferries stay for the whole summer\n\n"
                    "    A vote: Boats and trams keep their hours" +
                    kStory) == "Night ferries stay for the whole summer");
  CHECK(headline_of("12 March 2026\n\n  * Night ferries stay for the whole summer\n  * Trams\n\n"
                    "    A vote: Boats and trams keep their hours" +
                    kStory) == "A vote: Boats and trams keep their hours");
}

TEST_CASE("A long line of links above the headline is no paragraph", "[clean]") {
  std::string menu;
  for (int i = 0; i < 25; ++i) menu += "Harbour news Trams and ferries ";
  CHECK(headline_of(menu + "\n\n12 March 2026, 20:28\n\nNight ferries stay for the summer" +
                    kStory) == "Night ferries stay for the summer");
}

TEST_CASE("A quoted statement is no headline", "[clean]") {
  CHECK(headline_of("Boats stay for the summer\n\nShare\nPrint\nListen\nSave\nCopy\n\n"
                    "\u201cThe boats will run as long as anybody is on board.\u201d\n\n"
                    "By Jane Doe" +
                    kStory) == "Boats stay for the summer");
}

TEST_CASE("Names of pictures, arrows, paths, menus and programs are no headlines", "[clean]") {
  for (const char* line : {"Jane Doe on the harbour quayJane Doe on the harbour quay",
                           "night-ferries-at-the-quay-in-the-summer-of-the-year",
                           "\u2190 Trams stop earlier from next week on",
                           "Trams stop earlier from next week on \u00bb",
                           "Home \u00bb Harbour \u00bb Night ferries stay for the summer",
                           "Harbour | Trams | Ferries | All the news of the day",
                           "HarbourTrams and FerriesThe weekThe sea and its people",
                           "load([\"harbour\"],{run:[0]}); the = night [ferries]"}) {
    INFO(line);
    CHECK(headline_of("Boats stay for the summer\n\nShare\nPrint\nListen\n\n" + std::string(line) +
                      "\n\nBy Jane Doe" + kStory) == "Boats stay for the summer");
  }
  // French quotes come in pairs.
  const std::string quote = "\u00ab The boats will run as long as anybody is on board \u00bb";
  CHECK(headline_of(quote + "\n\nBy Jane Doe" + kStory) == quote);
}

TEST_CASE("The path to the page leaves the headline that it runs on into", "[clean]") {
  const std::string title = "Night ferries stay for the whole summer";
  CHECK(headline_of("News Harbour " + title + " - Latest\n\n" + title + "\n\n12 March 2026, 20:28" +
                    kStory)
            .starts_with(title));
  // A small word before it is part of the sentence.
  const std::string longer = "Council says Night ferries stay for the whole summer - Latest";
  CHECK(headline_of(longer + "\n\nBy Jane Doe\n\n" + title + kStory) == longer);
}

TEST_CASE("A headline that ends in a colon goes on in the next line", "[clean]") {
  CHECK(headline_of("Row over the harbour council:\n\nFerry workers want to be heard\n\n"
                    "By Jane Doe" +
                    kStory) == "Row over the harbour council: Ferry workers want to be heard");
  CHECK(headline_of("Boats stay for the summer\n\nShare\nPrint\n\n"
                    "More about this story in our archive:\n\n* Trams\n\nBy Jane Doe" +
                    kStory) == "Boats stay for the summer");
}

TEST_CASE("The page's own signs tell where the parts of a headline meet", "[clean]") {
  // As the path from home writes it.
  CHECK(headline_of("* Home\n* Harbour\n* Ferry workers: Council keeps the boats for summer\n\n"
                    "Vote for the ferry workers Town keeps the boats for summer\n\nBy Jane Doe" +
                    kStory) == "Ferry workers: Council keeps the boats for summer");
  // As the picture below it is named.
  CHECK(headline_of("Ferry workers Council keeps the boats for summer\n\n12 March 2026 - 15:26\n\n"
                    "Ferry workers: Council keeps the boats for summer" +
                    kStory) == "Ferry workers: Council keeps the boats for summer");
}

TEST_CASE("A Korean headline may begin with a bracket", "[clean]") {
  const std::string title =
      "[\uc8fc\uac04 \uc18d\ubcf4] \ud56d\uad6c \uc57c\uac04 \uc120\ubc15 "
      "\uc5ec\ub984\uae4c\uc9c0 \uc6b4\ud56d";
  CHECK(headline_of(title + "\n\n2026-03-12 20:28" + kStory) == title);
}
