#include "indexer/segment/string_table.h"

#include <string>

#include "tests/catch.h"

TEST_CASE("StringTable numbers texts in order of arrival and knows them again", "[segment]") {
  news::StringTable table;
  for (std::uint32_t i = 0; i < 20000; ++i) {
    const news::StringTable::Place place = table.add("word" + std::to_string(i));
    REQUIRE(place.is_new);
    REQUIRE(place.number == i);
  }
  for (std::uint32_t i = 0; i < 20000; ++i) {
    const std::string text = "word" + std::to_string(i);
    REQUIRE_FALSE(table.add(text).is_new);
    REQUIRE(table.find(text) == i);
    REQUIRE(table[i] == text);
  }
  REQUIRE_FALSE(table.find("word20000"));
}

TEST_CASE("StringTable tells texts apart that begin alike", "[segment]") {
  using namespace std::string_literals;
  news::StringTable table;
  const std::string texts[] = {"",          "\0"s,       "\0\0"s,     "a",
                               "a\0"s,      "abcdefgh",  "abcdefgh\0"s, "abcdefghi",
                               "abcdefghj", "\xff\xff"s, std::string(200000, 'x')};
  for (const std::string& text : texts) REQUIRE(table.add(text).is_new);
  for (std::uint32_t i = 0; i < std::size(texts); ++i) REQUIRE(table.find(texts[i]) == i);
}

TEST_CASE("StringTable begins anew after clear", "[segment]") {
  news::StringTable table;
  for (int i = 0; i < 5000; ++i) table.add(std::to_string(i));
  const std::size_t full = table.memory();
  table.clear();
  REQUIRE(table.size() == 0);
  REQUIRE(table.memory() < full);
  REQUIRE_FALSE(table.find("1"));
  REQUIRE(table.add("1").number == 0);
}
