#include "common/article/countries.h"

#include <filesystem>
#include <set>

#include "common/article/name_folding.h"
#include "common/base/file.h"
#include "tests/catch.h"

using namespace news;

namespace {

/// The code, or "-" for an unknown name.
std::string code_of(std::string_view name) { return country_code(name).value_or("-"); }

}  // namespace

TEST_CASE("Every country is found by its code and by its own name", "[countries]") {
  REQUIRE(all_countries().size() >= 249);
  std::string_view before;
  for (const Country& country : all_countries()) {
    INFO(country.name);
    CHECK(country.code > before);
    CHECK(code_of(country.code) == country.code);
    CHECK(code_of(country.name) == country.code);
    CHECK(country_name(country.code) == country.name);
    before = country.code;
  }
  CHECK(country_name("ZZ").empty());
}

TEST_CASE("Countries are found by the names that people use", "[countries]") {
  const std::pair<std::string_view, std::string_view> cases[] = {
      {"uk", "GB"},
      {"U.K.", "GB"},
      {"Britain", "GB"},
      {"USA", "US"},
      {"U.S.", "US"},
      {"the United States", "US"},
      {"Burma", "MM"},
      {"ivory-coast", "CI"},
      {"C\u00f4te d\u2019Ivoire", "CI"},
      {"South Korea", "KR"},
      {"north-korea", "KP"},
      {"Czechia", "CZ"},
      {"UAE", "AE"},
      {"T\u00fcrkiye", "TR"},
      {"Turkey", "TR"},
      {"DRC", "CD"},
      {"Palestine", "PS"},
      {"Taiwan", "TW"},
      {"Hong Kong", "HK"},
      {"Macao", "MO"},
      {"Vatican", "VA"},
      {"west-germany", "DE"},
      {"east-germany", "DE"},
      {"ussr", "RU"},
      {"yugoslavia", "RS"},
      {"czechoslovakia", "CZ"},
      {"yemen-demo-republic", "YE"},
      {"zaire", "CD"},
      {"kampuchea", "KH"},
      {"trinidad-tobago", "TT"},
      {"Kosovo", "XK"},
      {"Georgia", "GE"},
      {"Deutschland", "DE"},
      {"Allemagne", "DE"},
      {"Espa\u00f1a", "ES"},
      {"Brasil", "BR"},
      {"\u4e2d\u56fd", "CN"},
      {"\u0420\u043e\u0441\u0441\u0438\u044f", "RU"},
      {"\u0645\u0635\u0631", "EG"},
      {"\u092d\u093e\u0930\u0924", "IN"},
      {"Niger", "NE"},
      {"Nigeria", "NG"},
      {"  india ", "IN"}};
  for (const auto& [name, code] : cases) {
    INFO(name);
    CHECK(code_of(name) == code);
  }
  for (const std::string_view name : {"", "Global", "Nagpur", "Europe", "Korea man", "zz"}) {
    INFO(name);
    CHECK(code_of(name) == "-");
  }
}

TEST_CASE("Every country that Reuters named in 1987 has a code", "[countries]") {
  const auto folder =
      std::filesystem::path(NEWS_SOURCE_DIR).parent_path() / "shared" / "corpora" / "reuters21578";
  if (!std::filesystem::exists(folder)) {
    WARN("no Reuters-21578 beside the source; skipped");
    return;
  }
  std::set<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().extension() != ".sgm") continue;
    const std::string text = read_file(entry.path());
    for (std::size_t at = text.find("<PLACES>"); at != std::string::npos;
         at = text.find("<PLACES>", at + 1)) {
      const std::size_t end = text.find("</PLACES>", at);
      for (std::size_t d = text.find("<D>", at); d < end; d = text.find("<D>", d + 1)) {
        names.insert(text.substr(d + 3, text.find("</D>", d) - d - 3));
      }
    }
  }
  CHECK(names.size() > 100);
  for (const std::string& name : names) {
    INFO(name);
    CHECK(country_code(name).has_value());
  }
}

TEST_CASE("Folding a name leaves what spellings share", "[countries]") {
  CHECK(fold_name("C\u00f4te d'Ivoire") == "cote divoire");
  CHECK(fold_name("St. Kitts & Nevis") == "st kitts and nevis");
  CHECK(fold_name("Saint-Denis") == "st denis");
  CHECK(fold_name("The Hague") == "hague");
  CHECK(fold_name("\u0141\u00f3d\u017a") == "lodz");
  CHECK(fold_name("\u041c\u041e\u0421\u041a\u0412\u0410") ==
        "\u043c\u043e\u0441\u043a\u0432\u0430");
}
