#include "common/index/words.h"

#include <algorithm>

#include "tests/catch.h"
#include "tests/support.h"

using namespace news;

namespace {

std::vector<Word> sample_words() {
  std::vector<Word> words;
  for (int i = 0; i < 500; ++i) {
    const std::string spelling = "word" + std::to_string(i);
    words.push_back({spelling, spelling, "stem" + std::to_string(i / 3), 1000u - i});
  }
  words.push_back({"résumé", "resume", "resum", 5000});
  words.push_back({"resume", "resume", "resum", 3});
  words.push_back({"resume", "resume", "resume", 2});
  return words;
}

}  // namespace

TEST_CASE("WordList finds words by number, folded spelling, prefix and stem", "[words]") {
  const test::TempFolder folder;
  const std::vector<Word> words = sample_words();
  const std::vector<std::uint32_t> numbers = write_words(folder / "words", words);
  const WordList list(folder / "words");
  REQUIRE(list.size() == words.size());
  for (std::size_t i = 0; i < words.size(); ++i) {
    const WordEntry entry = list.word(numbers[i]);
    CHECK(entry.spelling == words[i].spelling);
    CHECK(entry.folded == words[i].folded);
    CHECK(entry.frequency == words[i].frequency);
    CHECK(list.stem(entry.stem) == words[i].stem);
    const std::vector<std::uint32_t> same = list.numbers_with_stem(words[i].stem);
    CHECK(std::count(same.begin(), same.end(), numbers[i]) == 1);
  }
  CHECK(numbers[500] == 0);  // the most frequent
  CHECK(list.with_folded("resume").size() == 3);
  CHECK(list.with_folded("resum").empty());
  CHECK(list.with_folded("zzz").empty());
  CHECK(list.with_prefix("word49", 1000).size() == 11);
  CHECK(list.with_prefix("word49", 4).size() == 4);
  CHECK(list.with_prefix("", 1000).size() == words.size());
  CHECK(list.numbers_with_stem("stem7").size() == 3);
  CHECK(list.numbers_with_stem("stem").empty());
  CHECK(list.numbers_with_stem("zzz").empty());
}

TEST_CASE("write_words depends on the set of words only", "[words]") {
  const test::TempFolder folder;
  std::vector<Word> words = sample_words();
  write_words(folder / "a", words);
  std::reverse(words.begin(), words.end());
  write_words(folder / "b", words);
  CHECK(test::read_bytes(folder / "a") == test::read_bytes(folder / "b"));
}

TEST_CASE("WordList of no words answers", "[words]") {
  const test::TempFolder folder;
  write_words(folder / "words", {});
  const WordList list(folder / "words");
  CHECK(list.with_folded("a").empty());
  CHECK(list.numbers_with_stem("a").empty());
}
