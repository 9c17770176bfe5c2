#include "indexer/clean/phrase_set.h"

#include <string>

#include "tests/catch.h"

using namespace news;

TEST_CASE("A phrase is found at the start, amid and at the end of a text", "[clean]") {
  const PhraseSet phrases({"cookie", "\u00a9", "by"}, PhraseSet::Case::AsciiIgnored);
  CHECK(phrases.is_in("cookies are used"));
  CHECK(phrases.is_in("we use a Cookie"));
  CHECK(phrases.is_in("all rights \u00a9"));
  CHECK(phrases.is_in("\u00a9"));
  CHECK(phrases.is_in("BY"));
  CHECK(phrases.is_in("passers-by stopped"));
  CHECK_FALSE(phrases.is_in("cooki"));
  CHECK_FALSE(phrases.is_in("b"));
  CHECK_FALSE(phrases.is_in(""));
  CHECK_FALSE(phrases.is_in("a boat, a cook, no end"));
}

TEST_CASE("Case counts when the phrases say so", "[clean]") {
  const PhraseSet phrases({"Photo:", "/AP"}, PhraseSet::Case::Exact);
  CHECK(phrases.is_in("Photo: Jane Doe/AP"));
  CHECK_FALSE(phrases.is_in("photo: Jane Doe/ap"));
}

TEST_CASE("Long phrases are found wherever they stand", "[clean]") {
  const PhraseSet phrases({"cookie", "newsletter", "all rights"}, PhraseSet::Case::AsciiIgnored);
  for (std::size_t before = 0; before < 12; ++before) {
    for (std::size_t behind = 0; behind < 12; ++behind) {
      for (const char* phrase : {"cookie", "NewsLetter", "all rights"}) {
        const std::string text = std::string(before, 'c') + phrase + std::string(behind, 'o');
        INFO(text);
        CHECK(phrases.is_in(text));
        CHECK_FALSE(phrases.is_in(text.substr(0, text.size() - behind - 1)));
      }
    }
  }
  CHECK_FALSE(phrases.is_in("cooki"));
  CHECK_FALSE(phrases.is_in("ookie"));
}
