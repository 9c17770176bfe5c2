#include "indexer/segment/word_numbering.h"

#include <algorithm>
#include <deque>
#include <memory>
#include <numeric>

#include "common/analysis/char_class.h"
#include "common/base/error.h"
#include "common/base/varint.h"
#include "common/index/schema.h"

namespace news {
namespace {

constexpr std::size_t kNumberBytes = sizeof(std::uint32_t);

/// Bytes that sort as the number does.
std::string sortable(std::uint32_t number) {
  std::string bytes;
  for (unsigned shift = 32; shift > 0; shift -= 8) {
    bytes.push_back(static_cast<char>(number >> (shift - 8)));
  }
  return bytes;
}

std::uint32_t from_sortable(std::string_view bytes) {
  std::uint32_t number = 0;
  for (const char byte : bytes) number = number << 8 | static_cast<unsigned char>(byte);
  return number;
}

std::uint64_t take_varint(std::string_view& in) {
  std::uint64_t value = 0;
  if (!get_varint(in, value)) throw Error(ErrorKind::Bug, "a list of a build's words is broken");
  return value;
}

}  // namespace

/// What is known of each word, by its rank: its place in order of key.
struct WordNumbering::Numbers {
  std::deque<std::uint64_t> frequencies;  // a deque: it grows without being moved
  std::vector<std::uint32_t> numbers;
  std::vector<std::uint32_t> stems;

  /// The most frequent word gets 0; of equals the one of smaller rank comes first.
  void number() {
    std::vector<std::uint32_t> order(frequencies.size());
    std::iota(order.begin(), order.end(), 0u);
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
      return frequencies[a] != frequencies[b] ? frequencies[a] > frequencies[b] : a < b;
    });
    std::deque<std::uint64_t>().swap(frequencies);
    numbers.resize(order.size());
    for (std::uint32_t n = 0; n < order.size(); ++n) numbers[order[n]] = n;
  }

  /// Writes all stems and numbers them.
  void write_stems(const BlobStore& ranked, SortedRun run, EntrySorter sorter,
                   WordsWriter& writer) {
    std::uint32_t rank = 0;
    for (const auto word = read_run(ranked, run); word->next(); ++rank) {
      const std::string stem(word_of_key(word->key()).stem);
      sorter.add(stem + '\0' + sortable(numbers[rank]), sortable(rank));
    }
    stems.resize(numbers.size());
    std::uint32_t stem_number = 0;
    std::string stem;
    std::vector<std::uint32_t> of_stem;
    SourceMerge merged = sorter.finish();
    while (merged.next()) {
      const std::string_view next = merged.key().substr(0, merged.key().size() - kNumberBytes - 1);
      if (!of_stem.empty() && next != stem) {
        writer.add_stem(stem, of_stem);
        of_stem.clear();
        ++stem_number;
      }
      stem = next;
      of_stem.push_back(from_sortable(merged.key().substr(next.size() + 1)));
      stems[from_sortable(merged.value(merged.at_key().front()))] = stem_number;
    }
    if (!of_stem.empty()) writer.add_stem(stem, of_stem);
  }
};

WordNumbering::WordNumbering(const std::vector<Source>& sources,
                             const std::filesystem::path& words_path,
                             const std::filesystem::path& scratch, std::size_t memory_bytes)
    : uses_(scratch, memory_bytes / 4) {
  for (const Source& source : sources) {
    chapters_.emplace_back();
    chapters_.back().size = source.chapter.size;
  }
  BlobStore ranked(scratch, memory_bytes / 4);
  SortedRun run;
  Numbers numbers;
  merge(sources, memory_bytes / 4, ranked, run, numbers);
  numbers.number();
  WordsWriter writer(words_path, static_cast<std::uint32_t>(numbers.numbers.size()));
  numbers.write_stems(ranked, run, EntrySorter(scratch, memory_bytes / 4), writer);
  WordEntry entry;
  std::uint32_t rank = 0;
  for (const auto word = read_run(ranked, run); word->next(); ++rank) {
    const ChapterWord parts = word_of_key(word->key());
    std::string_view value = word->value();
    entry.number = numbers.numbers[rank];
    entry.frequency = take_varint(value);
    entry.stem = numbers.stems[rank];
    entry.spelling = parts.spelling;
    entry.folded = parts.folded;
    writer.add_word(entry);
    const std::string_view bare = without_mark(parts.spelling);
    if (is_ideograph(bare)) ideographs_[entry.number] = bare;
  }
  writer.finish();
  keep_uses(sources, numbers, memory_bytes / 4);
}

void WordNumbering::merge(const std::vector<Source>& sources, std::size_t memory_bytes,
                          BlobStore& ranked, SortedRun& run, Numbers& numbers) {
  std::vector<std::unique_ptr<EntrySource>> runs;
  const std::size_t window = window_for(memory_bytes, sources.size());
  for (const Source& source : sources) {
    runs.push_back(read_run(*source.blobs, source.chapter.words, window));
  }
  std::vector<std::uint32_t> last_rank(sources.size(), 0);  // one more than the rank
  SortedRunWriter writer(ranked);
  SourceMerge merged(std::move(runs));
  std::string value;
  while (merged.next()) {
    std::uint64_t frequency = 0;
    for (const std::uint32_t s : merged.at_key()) {
      const ChapterUse use = use_of_value(merged.value(s));
      frequency += use.frequency;
      if (!sources[s].left_out.empty()) frequency -= sources[s].left_out[use.number];
    }
    if (frequency > 0) {
      numbers.frequencies.push_back(frequency);
      value.clear();
      put_varint(value, frequency);
      writer.add(merged.key(), value);
    }
    const auto rank = static_cast<std::uint32_t>(numbers.frequencies.size());
    for (const std::uint32_t s : merged.at_key()) {
      put_varint(chapters_[s].rank_steps, frequency > 0 ? rank - last_rank[s] : 0);
      if (frequency > 0) last_rank[s] = rank;
    }
  }
  run = writer.finish();
}

void WordNumbering::keep_uses(const std::vector<Source>& sources, const Numbers& numbers,
                              std::size_t memory_bytes) {
  std::uint64_t sum = 0;
  for (const Chapter& chapter : chapters_) sum += chapter.size;
  const bool all_fit = sum * sizeof(WordUse) <= memory_bytes;
  const std::size_t first_of_each =
      memory_bytes / sizeof(WordUse) / std::max<std::size_t>(chapters_.size(), 1);
  std::vector<WordUse> uses;
  for (std::size_t c = 0; c < chapters_.size(); ++c) {
    Chapter& chapter = chapters_[c];
    uses.assign(chapter.size, WordUse());
    std::string_view steps = chapter.rank_steps;
    std::uint32_t rank = 0;
    const auto word = read_run(*sources[c].blobs, sources[c].chapter.words);
    while (word->next()) {
      const auto step = static_cast<std::uint32_t>(take_varint(steps));
      if (step == 0) continue;
      rank += step;
      WordUse& use = uses[use_of_value(word->value()).number];
      use.number = numbers.numbers[rank - 1];
      use.stem = numbers.stems[rank - 1] & 0x7fffffff;
      use.is_ideograph = ideographs_.contains(use.number) ? 1 : 0;
    }
    std::string().swap(chapter.rank_steps);
    const std::size_t kept = all_fit ? uses.size() : std::min(uses.size(), first_of_each);
    chapter.first.assign(uses.begin(), uses.begin() + static_cast<std::ptrdiff_t>(kept));
    if (kept == uses.size()) continue;
    chapter.offset = uses_.append(
        {reinterpret_cast<const char*>(uses.data()), uses.size() * sizeof(WordUse)});
  }
}

WordUse WordNumbering::use(std::uint32_t chapter, std::uint32_t number) const {
  const Chapter& words = chapters_.at(chapter);
  if (number < words.first.size()) return words.first[number];
  if (number >= words.size) throw Error(ErrorKind::Bug, "an analysed article is broken");
  WordUse use;
  uses_.read(words.offset + std::uint64_t{number} * sizeof use, sizeof use,
             reinterpret_cast<char*>(&use));
  return use;
}

}  // namespace news
