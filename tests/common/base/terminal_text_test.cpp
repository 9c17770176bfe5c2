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
