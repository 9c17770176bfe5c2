#include "common/analysis/word_forms.h"

#include "tests/catch.h"

using namespace news;

TEST_CASE("spelling_of lowers case and width and drops the dots of acronyms", "[word_forms]") {
  CHECK(spelling_of("U.S") == "us");
  CHECK(spelling_of("1,750.5") == "1,750.5");
  CHECK(spelling_of("ＡＰＥＣ") == "apec");
  CHECK(spelling_of("Straße") == "strasse");
  CHECK(spelling_of("ÉLYSÉE") == "élysée");
  CHECK(spelling_of("co\u00adoperate") == "cooperate");
  CHECK(spelling_of("Didn’t") == "didn't");
  CHECK(spelling_of(std::string(1000, 'x')).size() == kMaxSpellingBytes);
}

TEST_CASE("fold takes accents off Latin, Greek and Cyrillic only", "[word_forms]") {
  CHECK(fold("élysée") == "elysee");
  CHECK(fold("łódź") == "lodz");
  CHECK(fold("köln") == "koln");
  CHECK(fold("αθήνα") == "αθηνα");
  CHECK(fold("йод") == "иод");
  CHECK(fold("が") == "が");
  CHECK(fold("दिल्ली") == "दिल्ली");
  CHECK(fold_label("  São  Tomé ") == "sao tome");
}

TEST_CASE("Stemmer joins inflected forms of its language", "[word_forms]") {
  const Stemmer english("en");
  CHECK(english.stem("pressures") == english.stem("pressure"));
  CHECK(english.stem("3.5") == "3.5");
  const Stemmer french("fr");
  CHECK(french.stem("économiques") == french.stem("économique"));
  CHECK(french.stem("étés").find("é") == std::string::npos);
  const Stemmer arabic("ar");
  CHECK(arabic.stem("ـ") == "ـ");
  const Stemmer none("xx");
  CHECK(none.stem("wörter") == "worter");
}
