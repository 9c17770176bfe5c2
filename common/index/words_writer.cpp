#include <algorithm>
#include <numeric>
#include <tuple>

#include "common/base/varint.h"
#include "common/index/little_endian.h"
#include "common/index/words.h"
#include "common/index/words_format.h"

namespace news {
namespace {

using Order = std::vector<std::uint32_t>;

std::size_t shared_prefix(std::string_view a, std::string_view b) {
  const auto ends = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
  return static_cast<std::size_t>(ends.first - a.begin());
}

/// Appends `text` as what it shares with the text before it and the rest.
void put_front_coded(std::string& out, std::string_view before, std::string_view text) {
  const std::size_t shared = shared_prefix(before, text);
  put_varint(out, shared);
  put_string(out, text.substr(shared));
}

/// The words' indexes, sorted by what `compare` says of two words.
template <typename Compare>
Order sorted(const std::vector<Word>& words, Compare compare) {
  Order order(words.size());
  std::iota(order.begin(), order.end(), 0u);
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    return compare(words[a], words[b]);
  });
  return order;
}

bool by_spelling(const Word& a, const Word& b) {
  return std::tie(a.folded, a.spelling, a.stem) < std::tie(b.folded, b.spelling, b.stem);
}

bool by_frequency(const Word& a, const Word& b) {
  return a.frequency != b.frequency ? a.frequency > b.frequency : by_spelling(a, b);
}

bool by_stem(const Word& a, const Word& b) {
  return std::tie(a.stem, a.folded, a.spelling) < std::tie(b.stem, b.folded, b.spelling);
}

/// Remembers where each group of entries begins.
class GroupOffsets {
 public:
  explicit GroupOffsets(const FramedWriter& out) : out_(out) {}
  /// The entry at `index` is about to be written.
  void entry(std::size_t index) {
    if (index % kWordGroup == 0) put_u64(offsets_, out_.offset());
  }
  /// Writes the offsets, with the end of the last group as one more, and returns where they are.
  std::uint64_t write(FramedWriter& out) {
    put_u64(offsets_, out.offset());
    out.align(sizeof(std::uint64_t));
    const std::uint64_t begin = out.offset();
    out.write(offsets_);
    return begin;
  }

 private:
  const FramedWriter& out_;
  std::string offsets_;
};

struct Numbering {
  Order number;       ///< of each word
  Order stem_number;  ///< of each word
  std::uint32_t stems = 0;
};

/// Stems in order, each with the numbers of its words.
std::uint64_t write_stems(FramedWriter& out, const std::vector<Word>& words, Numbering& numbering) {
  const Order order = sorted(words, by_stem);
  GroupOffsets groups(out);
  std::string before;
  for (std::size_t i = 0; i < order.size();) {
    const std::string& stem = words[order[i]].stem;
    Order numbers;
    for (; i < order.size() && words[order[i]].stem == stem; ++i) {
      numbers.push_back(numbering.number[order[i]]);
      numbering.stem_number[order[i]] = numbering.stems;
    }
    std::sort(numbers.begin(), numbers.end());
    groups.entry(numbering.stems);
    std::string entry;
    put_front_coded(entry, numbering.stems % kWordGroup == 0 ? std::string() : before, stem);
    put_varint(entry, numbers.size());
    std::uint32_t last = 0;
    for (const std::uint32_t number : numbers) {
      put_varint(entry, number - last);
      last = number;
    }
    out.write(entry);
    before = stem;
    ++numbering.stems;
  }
  return groups.write(out);
}

std::uint64_t write_spellings(FramedWriter& out, const std::vector<Word>& words,
                              const Order& by_rank, const Numbering& numbering) {
  GroupOffsets groups(out);
  std::string before;
  for (std::size_t rank = 0; rank < by_rank.size(); ++rank) {
    const std::uint32_t i = by_rank[rank];
    const Word& word = words[i];
    groups.entry(rank);
    std::string entry;
    put_front_coded(entry, rank % kWordGroup == 0 ? std::string() : before, word.folded);
    put_string(entry, word.spelling == word.folded ? std::string() : word.spelling);
    put_varint(entry, numbering.number[i]);
    put_varint(entry, numbering.stem_number[i]);
    put_varint(entry, word.frequency);
    out.write(entry);
    before = word.folded;
  }
  return groups.write(out);
}

}  // namespace

std::vector<std::uint32_t> write_words(const std::filesystem::path& path,
                                       const std::vector<Word>& words) {
  Numbering numbering;
  numbering.number.resize(words.size());
  numbering.stem_number.resize(words.size());
  const Order by_number = sorted(words, by_frequency);
  for (std::uint32_t n = 0; n < by_number.size(); ++n) numbering.number[by_number[n]] = n;

  FramedWriter out(path, kWordsMagic, kWordsVersion);
  const std::uint64_t stem_groups = write_stems(out, words, numbering);
  const Order by_rank = sorted(words, by_spelling);
  const std::uint64_t word_groups = write_spellings(out, words, by_rank, numbering);

  std::vector<std::uint32_t> rank_of(words.size());
  for (std::uint32_t rank = 0; rank < by_rank.size(); ++rank) {
    rank_of[numbering.number[by_rank[rank]]] = rank;
  }
  const std::uint64_t ranks = out.offset();
  std::string tail;
  for (const std::uint32_t rank : rank_of) put_u32(tail, rank);
  put_u64(tail, words.size());
  put_u64(tail, numbering.stems);
  put_u64(tail, word_groups);
  put_u64(tail, stem_groups);
  put_u64(tail, ranks);
  out.write(tail);
  out.finish();
  return numbering.number;
}

}  // namespace news
