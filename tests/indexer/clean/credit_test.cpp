#include "indexer/clean/credit.h"

#include "tests/catch.h"

using namespace news;

TEST_CASE("Credits are told from the story", "[credit]") {
  const std::pair<std::string_view, std::string_view> credits[] = {
      {"(With inputs from agencies.)", ""},
      {"(With inputs from PTI)", "PTI"},
      {"(With inputs from ANI and PTI.)", ""},
      {"(This story has not been edited by Example staff and is auto-generated from a syndicated "
       "feed.)",
       ""},
      {"--IANS", "IANS"},
      {"--IANS vc/bg", "IANS"},
      {"Reuter", "Reuters"},
      {"REUTER", "Reuters"},
      {"PTI ABC XYZ", "PTI"},
      {"(PTI)", "PTI"},
      {"Reporting by Jane Roe; editing by John Doe", ""}};
  for (const auto& [text, agency] : credits) {
    INFO(text);
    const Credit credit = read_credit(text);
    CHECK(credit.is_credit);
    CHECK(credit.agency == agency);
  }
  for (const std::string_view text :
       {"Ships move again.", "PTI said that ships move.", "He spoke with inputs from nobody.", "",
        "Reuters reported it first.", "AP"}) {
    INFO(text);
    CHECK(read_credit(text).is_credit == (text == "AP"));
  }
}
