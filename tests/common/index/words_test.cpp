#include "common/index/words.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "tests/catch.h"
#include "tests/support.h"

using namespace news;

namespace {

/// A word and the text of its stem.
struct Word {
  std::string spelling;
  std::string folded;
  std::string stem;
  std::uint64_t frequency = 0;
};

std::vector<Word> sample_words() {
  std::vector<Word> words;
  for (int i = 0; i < 500; ++i) {
    const std::string spelling = "word" + std::to_string(i);
    words.push_back({spelling, spelling, "stem" + std::to_string(i / 3), 1000u - i});
  }
  words.push_back({"résumé", "resume", "resum", 5000});
  words.push_back({"resume", "resume", "resum", 3});
  words.push_back({"resume", "resume", "resume", 2});
  std::sort(words.begin(), words.end(), [](const Word& a, const Word& b) {
    return std::tie(a.folded, a.spelling, a.stem) < std::tie(b.folded, b.spelling, b.stem);
  });
  return words;
}

/// Writes words that come sorted by folded spelling, spelling, stem, and numbers them as they come.
void write_words(const std::filesystem::path& path, const std::vector<Word>& words) {
  std::map<std::string, std::vector<std::uint32_t>> stems;
  for (std::uint32_t i = 0; i < words.size(); ++i) stems[words[i].stem].push_back(i);
  WordsWriter writer(path, static_cast<std::uint32_t>(words.size()));
  for (const auto& [stem, numbers] : stems) writer.add_stem(stem, numbers);
  for (std::uint32_t i = 0; i < words.size(); ++i) {
    WordEntry entry;
    entry.number = i;
    entry.frequency = words[i].frequency;
    entry.stem = static_cast<std::uint32_t>(
        std::distance(stems.begin(), stems.find(words[i].stem)));
    entry.spelling = words[i].spelling;
    entry.folded = words[i].folded;
    writer.add_word(entry);
  }
  writer.finish();
}

}  // namespace

TEST_CASE("WordList finds words by number, folded spelling, prefix and stem", "[words]") {
  const test::TempFolder folder;
  const std::vector<Word> words = sample_words();
  write_words(folder / "words", words);
  const WordList list(folder / "words");
  REQUIRE(list.size() == words.size());
  for (std::uint32_t i = 0; i < words.size(); ++i) {
    const WordEntry entry = list.word(i);
    CHECK(entry.spelling == words[i].spelling);
    CHECK(entry.folded == words[i].folded);
    CHECK(entry.frequency == words[i].frequency);
    CHECK(list.stem(entry.stem) == words[i].stem);
    const std::vector<std::uint32_t> same = list.numbers_with_stem(words[i].stem);
    CHECK(std::count(same.begin(), same.end(), i) == 1);
    CHECK(list.find_stem(words[i].stem) == entry.stem);
  }
  CHECK_FALSE(list.find_stem("stem"));
  CHECK(list.with_folded("resume").size() == 3);
  CHECK(list.with_folded("resum").empty());
  CHECK(list.with_folded("zzz").empty());
  CHECK(list.with_prefix("word49", 1000).size() == 11);
  CHECK(list.with_prefix("word49", 4).size() == 4);
  CHECK(list.with_prefix("", 1000).size() == words.size());
  CHECK(list.marked_count() == 0);
  CHECK(list.numbers_with_stem("stem7").size() == 3);
  CHECK(list.numbers_with_stem("stem").empty());
  CHECK(list.numbers_with_stem("zzz").empty());
}

TEST_CASE("WordList of no words answers", "[words]") {
  const test::TempFolder folder;
  write_words(folder / "words", {});
  const WordList list(folder / "words");
  CHECK(list.with_folded("a").empty());
  CHECK(list.numbers_with_stem("a").empty());
}

TEST_CASE("Words of stripped text are others than those of stories", "[words]") {
  const test::TempFolder folder;
  std::vector<Word> words = sample_words();
  for (int i = 0; i < 100; ++i) {
    const std::string spelling = "XOword" + std::to_string(i);
    words.push_back({spelling, spelling, "XOstem", 7});
  }
  words.push_back({"10", "10", "10", 1});
  std::sort(words.begin(), words.end(), [](const Word& a, const Word& b) {
    return std::tie(a.folded, a.spelling, a.stem) < std::tie(b.folded, b.spelling, b.stem);
  });
  write_words(folder / "words", words);
  const WordList list(folder / "words");
  CHECK(list.marked_count() == 100);
  CHECK(list.with_prefix("word1", 1000).size() == 111);
  CHECK(list.with_prefix("XOword1", 1000).size() == 11);
  CHECK(list.numbers_with_stem("XOstem").size() == 100);
  CHECK(list.numbers_with_stem("stem").empty());
}
