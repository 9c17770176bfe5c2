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

TEST_CASE("A table gives the rows that begin so", "[name_table]") {
  const NameTable table("\na=1\naa=22\nab=3\nb=\nb c=5");
  const auto rows = [&](std::string_view prefix) {
    std::string found;
    table.for_each_beginning(prefix, [&](std::string_view name, std::string_view value) {
      found.append(name).append("=").append(value).append(";");
    });
    return found;
  };
  CHECK(rows("a") == "a=1;aa=22;ab=3;");
  CHECK(rows("aa") == "aa=22;");
  CHECK(rows("b") == "b=;b c=5;");
  CHECK(rows("b c") == "b c=5;");
  CHECK(rows("") == "a=1;aa=22;ab=3;b=;b c=5;");
  CHECK(rows("c").empty());
  CHECK(rows("a=").empty());
  CHECK(NameTable("\n").find("").has_value() == false);
}

TEST_CASE("A table that isn't in order says so", "[name_table]") {
  CHECK_FALSE(NameTable("\nb=1\na=2\n").is_ordered());
  CHECK_FALSE(NameTable("\na=1\na=2\n").is_ordered());
  CHECK_FALSE(NameTable("\na\n").is_ordered());
}
