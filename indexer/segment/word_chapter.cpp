#include "indexer/segment/word_chapter.h"

#include <algorithm>
#include <numeric>
#include <tuple>

#include "common/base/error.h"
#include "common/base/varint.h"

namespace news {
namespace {

// Stands between the parts of a key. No word has it, and it sorts before all that words have.
constexpr char kEnd = '\0';

[[noreturn]] void broken() { throw Error(ErrorKind::Bug, "a list of a build's words is broken"); }

}  // namespace

WordChapter put_away(const Vocabulary& vocabulary, BlobStore& blobs) {
  const std::vector<Word>& words = vocabulary.words();
  std::vector<std::uint32_t> order(words.size());
  std::iota(order.begin(), order.end(), 0u);
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    return std::tie(words[a].folded, words[a].spelling, words[a].stem) <
           std::tie(words[b].folded, words[b].spelling, words[b].stem);
  });
  SortedRunWriter run(blobs);
  std::string key;
  std::string value;
  for (const std::uint32_t number : order) {
    const Word& word = words[number];
    key.assign(word.folded).append(1, kEnd).append(word.spelling).append(1, kEnd).append(word.stem);
    value.clear();
    put_varint(value, number);
    put_varint(value, vocabulary.tallies()[number].frequency);
    run.add(key, value);
  }
  return {run.finish(), static_cast<std::uint32_t>(words.size())};
}

ChapterWord word_of_key(std::string_view key) {
  const std::size_t first = key.find(kEnd);
  const std::size_t second = first == key.npos ? key.npos : key.find(kEnd, first + 1);
  if (second == key.npos) broken();
  return {key.substr(first + 1, second - first - 1), key.substr(0, first), key.substr(second + 1)};
}

ChapterUse use_of_value(std::string_view value) {
  std::uint64_t number = 0;
  ChapterUse use;
  if (!get_varint(value, number) || !get_varint(value, use.frequency)) broken();
  use.number = static_cast<std::uint32_t>(number);
  return use;
}

}  // namespace news
