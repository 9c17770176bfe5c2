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
      {"==Kyodo", "Kyodo"},
      {"/ritzau/", "Ritzau"},
      {"hh/ph/ts/hd", ""},
      {"\u00a9 Example Wire. All rights reserved.", ""},
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

TEST_CASE("A credit at the end of the last paragraph is taken off", "[credit]") {
  struct Case {
    std::string_view text;
    std::string_view rest;
    std::string_view agency;
  };
  const Case cases[] = {{"Ships move. (APA, 28.10.2015)", "Ships move.", "APA"},
                        {"Ships move. (AFP, dpa)", "Ships move.", ""},
                        {"Ships move (ANSA).", "Ships move", "ANSA"},
                        {"Skibe sejler. /ritzau/", "Skibe sejler.", "Ritzau"},
                        {"Ships move. (With inputs from agencies)", "Ships move.", ""}};
  for (const Case& c : cases) {
    INFO(c.text);
    std::string paragraph(c.text);
    const Credit credit = take_credit_off_end(paragraph);
    CHECK(credit.is_credit);
    CHECK(paragraph == c.rest);
    CHECK(credit.agency == c.agency);
  }
  for (const std::string_view text :
       {"Ships move (or so they say).", "Ships and/or boats/", "It fell to 3 (2025: 4)",
        "The Port Agency (PA, founded 1905)"}) {
    INFO(text);
    std::string paragraph(text);
    CHECK_FALSE(take_credit_off_end(paragraph).is_credit);
    CHECK(paragraph == text);
  }
}
