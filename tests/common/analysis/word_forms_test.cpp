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

TEST_CASE("An acronym is told by its dots, or by small letters around it", "[word_forms]") {
  CHECK(is_acronym("US"));
  CHECK(is_acronym("U.S."));
  CHECK(is_acronym("NATO"));
  CHECK_FALSE(is_acronym("Us"));
  CHECK_FALSE(is_acronym("A"));
  CHECK_FALSE(is_acronym("UNITED"));
  CHECK_FALSE(is_acronym("U2"));
  CHECK_FALSE(is_acronym(""));
  const auto stands_out = [](std::string_view text, std::string_view token) {
    const std::size_t begin = text.find(token);
    return stands_out_as_acronym(text, begin, begin + token.size());
  };
  CHECK(stands_out("the US army", "US"));
  CHECK(stands_out("US army", "US"));
  CHECK(stands_out("said the US", "US"));
  CHECK(stands_out("THE U.S. ARMY", "U.S."));
  CHECK_FALSE(stands_out("THEY TOLD US SO", "US"));
  CHECK_FALSE(stands_out("they told us so", "us"));
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
