#include "indexer/segment/word_numbering.h"

#include <algorithm>
#include <memory>

#include "tests/catch.h"
#include "tests/support.h"

using namespace news;

namespace {

/// Adds the word `n` so often that it is the n-th most frequent.
void add(Vocabulary& vocabulary, int n, int times) {
  Vocabulary::Language& english = vocabulary.language("en");
  const std::string word = "word" + std::to_string(n);
  std::vector<std::uint32_t> numbers;
  for (int i = 0; i < times; ++i) vocabulary.add(english, {StringTable::Key(word)}, numbers);
}

struct Written {
  std::string words;                        ///< the file
  std::vector<std::vector<WordUse>> uses;  ///< by chapter and number in it
};

/// Numbers 200 words, which stand in `chapters` chapters.
Written number(const test::TempFolder& folder, std::uint32_t chapters, std::size_t memory_bytes) {
  BlobStore blobs(folder.path(), memory_bytes);
  std::vector<WordNumbering::Source> sources;
  for (std::uint32_t c = 0; c < chapters; ++c) {
    Vocabulary vocabulary;
    // The frequency of a word doesn't depend on how many chapters it is spread over.
    for (int n = 0; n < 200; ++n) {
      const int times = 12 * (1 + n % 50) / static_cast<int>(chapters);
      add(vocabulary, c % 2 == 0 ? n : 199 - n, c % 2 == 0 ? times : 12 * (1 + (199 - n) % 50) /
                                                                 static_cast<int>(chapters));
    }
    sources.push_back({&blobs, put_away(vocabulary, blobs), {}});
  }
  const WordNumbering numbering(sources, folder / "words", folder.path(), memory_bytes);
  Written written;
  written.words = test::read_bytes(folder / "words");
  for (std::uint32_t c = 0; c < chapters; ++c) {
    written.uses.emplace_back();
    for (std::uint32_t n = 0; n < 200; ++n) written.uses.back().push_back(numbering.use(c, n));
  }
  return written;
}

}  // namespace

TEST_CASE("WordNumbering doesn't depend on chapters or memory", "[segment]") {
  const test::TempFolder folder;
  const Written one = number(folder, 1, 1u << 30);
  const WordList list(folder / "words");
  REQUIRE(list.size() == 200);
  CHECK(list.word(0).frequency >= list.word(1).frequency);
  for (const std::uint32_t chapters : {1u, 4u, 6u}) {
    const Written many = number(folder, chapters, 1u << 10);
    REQUIRE(many.words == one.words);
    for (std::uint32_t c = 0; c < chapters; ++c) {
      for (std::uint32_t n = 0; n < 200; ++n) {
        // The other chapters met the words in the opposite order.
        const WordUse& wanted = one.uses[0][c % 2 == 0 ? n : 199 - n];
        REQUIRE(many.uses[c][n].number == wanted.number);
        REQUIRE(many.uses[c][n].stem == wanted.stem);
      }
    }
  }
}

TEST_CASE("WordNumbering leaves out words that no article has", "[segment]") {
  const test::TempFolder folder;
  BlobStore blobs(folder.path(), 1u << 20);
  Vocabulary vocabulary;
  add(vocabulary, 1, 3);
  add(vocabulary, 2, 5);
  add(vocabulary, 3, 4);
  const WordNumbering::Source source{&blobs, put_away(vocabulary, blobs), {0, 5, 3}};
  const WordNumbering numbering({source}, folder / "words", folder.path(), 1u << 20);
  const WordList list(folder / "words");
  REQUIRE(list.size() == 2);
  CHECK(list.word(0).spelling == "word1");
  CHECK(list.word(1).spelling == "word3");
  CHECK(list.word(1).frequency == 1);
  CHECK(numbering.use(0, 2).number == 1);
}
