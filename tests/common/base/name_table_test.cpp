#include "common/base/name_table.h"

#include "tests/catch.h"

using namespace news;

TEST_CASE("A table of names gives the value of each and of no other", "[name_table]") {
  const NameTable table("\na=1\naa=22\nab=3\nb=\nb c=5\n");
  CHECK(table.is_ordered());
  CHECK(table.find("a") == "1");
  CHECK(table.find("aa") == "22");
  CHECK(table.find("ab") == "3");
  CHECK(table.find("b") == "");
  CHECK(table.find("b c") == "5");
  for (const auto* name : {"", "0", "aaa", "a=", "b ", "c", "=", "\n"}) {
    INFO(name);
    CHECK_FALSE(table.find(name).has_value());
  }
  CHECK_FALSE(NameTable("").find("a").has_value());
  CHECK_FALSE(NameTable("\n").find("").has_value());
}

TEST_CASE("A table that isn't in order says so", "[name_table]") {
  CHECK_FALSE(NameTable("\nb=1\na=2\n").is_ordered());
  CHECK_FALSE(NameTable("\na=1\na=2\n").is_ordered());
  CHECK_FALSE(NameTable("\na\n").is_ordered());
}
