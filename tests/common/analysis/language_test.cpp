#include "common/analysis/language.h"

#include "tests/catch.h"

using namespace news;

TEST_CASE("The language of a paragraph is told", "[language]") {
  CHECK(detect_language("The harbour council agreed to keep the night ferry running for another "
                        "season, although members worry about what diesel costs.") == "en");
  CHECK(detect_language("Der Hafenrat beschloss, die Nachtf\u00e4hre noch eine Saison fahren zu "
                        "lassen, obwohl der Treibstoff teuer ist.") == "de");
  CHECK(detect_language("\u4e2d\u56fd\u56fd\u5bb6\u4e3b\u5e2d\u5468\u4e09\u4e0e\u4fc4\u7f57\u65af"
                        "\u603b\u7edf\u4e3e\u884c\u89c6\u9891\u4f1a\u6664\u3002") == "zh");
}

TEST_CASE("A text that tells nothing has no language", "[language]") {
  CHECK(detect_language("").empty());
  CHECK(detect_language("12 34 56").empty());
}
