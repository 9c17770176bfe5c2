#include "common/base/terminal_text.h"

#include "tests/catch.h"

TEST_CASE("Display width counts columns", "[text]") {
  CHECK(news::display_width("abc") == 3);
  CHECK(news::display_width("caf\u00e9") == 4);
  CHECK(news::display_width("e\u0301") == 1);
  CHECK(news::display_width("\u6771\u4eac") == 4);
  CHECK(news::display_width("\uff21") == 2);
  CHECK(news::display_width("\U0001f600") == 2);
  CHECK(news::display_width("\u0645\u062d\u0645\u062f") == 4);
}

TEST_CASE("Terminal-safe text can't steer a terminal", "[text]") {
  CHECK(news::terminal_safe("a\x1b[31mb\x07") == "a[31mb");
  CHECK(news::terminal_safe("a\tb\r\nc") == "a b  c");
  CHECK(news::terminal_safe("a\u009bb\u0085c") == "ab c");
  CHECK(news::terminal_safe("a\u202eb\u2066c\u200fd") == "abcd");
  CHECK(news::terminal_safe("caf\u00e9 \u6771") == "caf\u00e9 \u6771");
}

TEST_CASE("Safe lines keep line ends and nothing else that steers", "[text]") {
  CHECK(news::terminal_safe_lines("a\x1b[2J\nb\u202e\r\n\xff") == "a[2J\nb \n\u00ff");
  CHECK(news::terminal_safe_lines("").empty());
}

TEST_CASE("Safe JSON has the same value", "[text]") {
  CHECK(news::terminal_safe_json(R"({"a":"é – “x” 大"})") == R"({"a":"é – “x” 大"})");
  CHECK(news::terminal_safe_json("\"\u202ea\u009bb\x7f\u061c\u2069\"") ==
        R"("\u202ea\u009bb\u007f\u061c\u2069")");
  CHECK(news::terminal_safe_json("\"\u202e").size() == 7);
}
