#include "common/article/territories.h"

#include <set>
#include <string>

#include "common/analysis/word_forms.h"
#include "common/article/countries.h"
#include "common/base/name_table.h"
#include "common/base/text.h"
#include "tests/catch.h"

using namespace news;

namespace {

constexpr std::string_view kNames =
#include "common/article/territory_names.inc"
    ;
constexpr std::string_view kWords =
#include "common/article/territory_words.inc"
    ;

/// As the index has the words of a name.
std::string as_words(std::string_view name) {
  std::string words;
  for (const std::string& spelling : spellings_in(name)) {
    if (!words.empty()) words += ' ';
    words += spelling;
  }
  return words;
}

std::set<std::string> languages() {
  std::set<std::string> found;
  for (const std::string_view table : {kNames, kWords}) {
    for (const std::string_view line : split(table, '\n')) {
      if (!line.empty()) found.insert(std::string(line.substr(0, line.find(' '))));
    }
  }
  return found;
}

}  // namespace

TEST_CASE("Names of territories are in order, and words as the index has them", "[territories]") {
  CHECK(NameTable(kNames).is_ordered());
  CHECK(NameTable(kWords).is_ordered());
  const std::set<std::string_view> larger = {"EU",  "UN",  "002", "005", "019",
                                             "142", "145", "150", "419"};
  CHECK(languages().size() > 20);
  for (const std::string& language : languages()) {
    for_each_territory_name(language, [&](std::string_view name, std::string_view code) {
      const std::string words =
          is_acronym(name) ? ascii_upper(as_words(name)) : as_words(name);
      if (words != name) {
        INFO(language << ' ' << name);
        CHECK(words == name);
      }
      if (country_name(code).empty() && larger.count(code) == 0) FAIL(language << ' ' << name);
    });
  }
}

TEST_CASE("A territory is known by its name, its adjective and its people", "[territories]") {
  CHECK(territory_named("en", "france") == "FR");
  CHECK(territory_named("en", "french") == "FR");
  CHECK(territory_named("en", "frenchmen") == "FR");
  CHECK(territory_named("en", "united states") == "US");
  CHECK(territory_named("en", "soviet union") == "RU");
  CHECK(territory_named("en", "north korean") == "KP");
  CHECK(territory_named("en", "european union") == "EU");
  CHECK(territory_named("de", "frankreich") == "FR");
  CHECK(territory_named("de", "französisch") == "FR");
  CHECK(territory_named("ru", "франция") == "FR");
  CHECK_FALSE(territory_named("en", "frankreich"));
  CHECK_FALSE(territory_named("en", "paris"));
  CHECK_FALSE(territory_named("xx", "france"));
  CHECK_FALSE(territory_named("en", ""));
}

TEST_CASE("The longest name that a text begins with is found", "[territories]") {
  const auto leading = [](std::string_view text, std::vector<std::size_t> ends) {
    const auto found = leading_territory("en", text, ends);
    return found ? std::to_string(found->words) + std::string(found->code) : std::string();
  };
  CHECK(leading("south korea exports", {5, 11, 19}) == "2KR");
  CHECK(leading("korea exports", {5, 13}) == "1KR");
  CHECK(leading("united arab emirates", {6, 11, 20}) == "3AE");
  CHECK(leading("united arab airlines", {6, 11, 20}).empty());
  CHECK(leading("france", {6}) == "1FR");
  CHECK(leading("frances", {7}).empty());
  CHECK(leading("french guiana", {6, 13}) == "2GF");
  CHECK(leading("french guianan", {6, 14}) == "1FR");
  CHECK(leading("", {}).empty());
}

TEST_CASE("A territory has an English name", "[territories]") {
  CHECK(territory_name("fr") == "France");
  CHECK(territory_name("150") == "europe");
  CHECK(territory_name("un") == "united nations");
  CHECK(territory_name("zz").empty());
  CHECK(territory_name("").empty());
}

TEST_CASE("A name that is a usual word too is one in capitals only", "[territories]") {
  CHECK(territory_named("en", "US") == "US");
  CHECK_FALSE(territory_named("en", "us"));
}
