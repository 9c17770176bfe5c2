#include "common/base/text.h"

#include "tests/catch.h"

using namespace news;

TEST_CASE("trim takes the white space of saved pages off both ends", "[text]") {
  CHECK(trim(" \t\u00a0headline\u3000\ufeff\r\n") == "headline");
  CHECK(trim("\u00a0 ").empty());
  CHECK(trim("à") == "à");
}

TEST_CASE("to_valid_utf8 reads stray bytes as Windows-1252", "[text]") {
  std::size_t repaired = 0;
  CHECK(to_valid_utf8("caf\xe9 \x93ok\x94 né", &repaired) == "café “ok” né");
  CHECK(repaired == 3);
  CHECK(is_valid_utf8(to_valid_utf8("\xed\xa0\x80\xc0\xaf\xf5\xff")));
}

TEST_CASE("Text is counted and checked alike wherever its letters stand", "[text]") {
  for (std::size_t before = 0; before < 20; ++before) {
    INFO(before);
    const std::string text = std::string(before, 'a') + "\u00e9 \u4e2d\U0001f600 and so on";
    CHECK(count_code_points(text) == before + 14);
    CHECK(is_valid_utf8(text));
    CHECK_FALSE(is_valid_utf8(std::string(before, 'a') + "\xe9 and so on"));
    CHECK_FALSE(is_valid_utf8(std::string(before, 'a') + "\u4e2d\x80 and so on"));
  }
}

TEST_CASE("collapse_spaces leaves one blank between words", "[text]") {
  CHECK(collapse_spaces("  a  b\tc\u00a0\u3000d e ") == "a b c d e");
  CHECK(collapse_spaces("a \u00a0b") == "a b");
  // Letters that begin like blanks.
  CHECK(collapse_spaces("caf\u00a9 \u201ca\u201d \u3042 \uff21") ==
        "caf\u00a9 \u201ca\u201d \u3042 \uff21");
  CHECK(collapse_spaces(" \u3000").empty());
}

TEST_CASE("next_code_point reads what append_utf8 writes", "[text]") {
  for (const char32_t c : {U'a', U'é', U'中', U'😀', char32_t{0x7f}, char32_t{0x10ffff}}) {
    std::string text;
    append_utf8(text, c);
    std::size_t position = 0;
    CHECK(next_code_point(text, position) == c);
    CHECK(position == text.size());
  }
}

TEST_CASE("utf8_prefix never cuts a character", "[text]") {
  CHECK(utf8_prefix("né", 2) == "n");
  CHECK(utf8_prefix("né", 3) == "né");
}

TEST_CASE("nearest_name suggests only what is near", "[text]") {
  CHECK(nearest_name("titel", {"title", "date"}) == "title");
  CHECK(nearest_name("xyz", {"title", "date"}).empty());
}

TEST_CASE("edit_distance counts letters of any script, not bytes", "[text]") {
  CHECK(edit_distance("colour", "color") == 1);
  CHECK(edit_distance("потом", "поток") == 1);
  CHECK(edit_distance("путь", "пут") == 1);
  CHECK(edit_distance("ab", "ba") == 1);
}
