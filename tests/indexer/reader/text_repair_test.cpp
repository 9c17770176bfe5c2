#include "indexer/reader/text_repair.h"

#include "tests/catch.h"

using namespace news;

TEST_CASE("Text that was read in the wrong encoding is put right", "[reader]") {
  CHECK(repair_mojibake("world\u00e2\u20ac\u2122s") == "world\u2019s");
  CHECK(repair_mojibake("caf\u00c3\u00a9") == "caf\u00e9");
  CHECK(repair_mojibake("\u00c2\u00a34 million") == "\u00a34 million");
  CHECK(repair_mojibake("\u00e2\u20ac\u0153Yes.\u00e2\u20ac he said") ==
        "\u201cYes.\u201d he said");
  CHECK(
      repair_mojibake("\u00d0\u0153\u00d0\u00be\u00d1\u0081\u00d0\u00ba\u00d0\u00b2\u00d0\u00b0") ==
      "\u041c\u043e\u0441\u043a\u0432\u0430");
}

TEST_CASE("Text that is whole stays as it is", "[reader]") {
  for (const char* text : {"", "plain", "S\u00c3O PAULO", "caf\u00e9", "\u00c2ge", "\u00e2\u00e9",
                           "\u2018quoted\u2019", "\u041c\u043e\u0441\u043a\u0432\u0430",
                           "na\u00efve \u00c3", "\u00a3\u00a9"}) {
    INFO(text);
    CHECK(repair_mojibake(text) == text);
  }
}

TEST_CASE("clean_text takes out control characters wherever they stand", "[text]") {
  for (std::size_t before = 0; before < 20; ++before) {
    INFO(before);
    const std::string start(before, 'a');
    CHECK(clean_text(start + "b\tc\nd\u00e9 and more") == start + "b\tc\nd\u00e9 and more");
    CHECK(clean_text(start + "b\x01" + "c\x7f and\r\nmore\rtext") == start + "bc and\nmore\ntext");
  }
}
