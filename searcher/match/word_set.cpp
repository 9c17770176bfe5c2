#include "searcher/match/word_set.h"

#include <algorithm>
#include <map>
#include <set>

#include "common/base/error.h"
#include "common/base/text.h"
#include "common/index/schema.h"

namespace news {
namespace {

constexpr std::size_t kLongWord = 6;  // letters from which two edits are allowed
// When a word that there is looks like a mistake: so few of it, so many times more of the other.
constexpr std::uint64_t kRare = 5;
constexpr std::uint64_t kFarMoreFrequent = 50;
constexpr std::size_t kTellingWord = 5;  // letters; of shorter words too many are near each other

template <typename Value>
void sort_unique(std::vector<Value>& values) {
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
}

std::string_view first_letter(std::string_view text) {
  std::size_t end = 0;
  if (!text.empty()) next_code_point(text, end);
  return text.substr(0, end);
}

std::size_t allowed_edits(std::string_view folded) {
  return count_code_points(folded) < kLongWord ? 1 : 2;
}

}  // namespace

WordResolver::WordResolver(const Index& index, std::string_view mark)
    : index_(index), mark_(mark) {
  for (const std::string& language : index.manifest().languages) stemmers_.emplace_back(language);
}

std::vector<WordEntry> WordResolver::with_folded(const Segment& segment,
                                                 const std::string& folded) const {
  return segment.words().with_folded(mark_ + folded);
}

std::string WordResolver::stem_of(const Segment& segment, const WordEntry& entry) const {
  return std::string(without_mark(segment.words().stem(entry.stem)));
}

std::vector<std::uint32_t> WordResolver::numbers_with_stems(
    const WordList& words, const std::vector<std::string>& stems) const {
  std::vector<std::uint32_t> numbers;
  for (const std::string& stem : stems) {
    const std::vector<std::uint32_t> found = words.numbers_with_stem(mark_ + stem);
    numbers.insert(numbers.end(), found.begin(), found.end());
  }
  sort_unique(numbers);
  return numbers;
}

WordSet WordResolver::inflected(std::string_view spelling) {
  WordSet set;
  set.text = fold(spelling);
  for (const Stemmer& stemmer : stemmers_) set.stems.push_back(stemmer.stem(spelling));
  for (const Segment& segment : index_.segments()) {
    for (const WordEntry& entry : with_folded(segment, set.text)) {
      set.stems.push_back(stem_of(segment, entry));
    }
  }
  sort_unique(set.stems);
  for (const Segment& segment : index_.segments()) {
    set.numbers.push_back(numbers_with_stems(segment.words(), set.stems));
  }
  return set;
}

WordSet WordResolver::exact(std::string_view spelling) {
  WordSet set;
  set.text = fold(spelling);
  std::vector<std::vector<WordEntry>> entries;
  for (const Segment& segment : index_.segments()) {
    entries.push_back(with_folded(segment, set.text));
  }
  finish_words(std::move(entries), set);
  return set;
}

WordSet WordResolver::with_prefix(std::string_view prefix) {
  WordSet set;
  set.text = fold(prefix);
  std::vector<std::vector<WordEntry>> entries;
  std::set<WordKey> different;
  for (std::size_t s = 0; s < index_.segments().size(); ++s) {
    entries.push_back(
        index_.segments()[s].words().with_prefix(mark_ + set.text, kMaxExpansions + 1));
    std::size_t count = entries.back().size();
    if (index_.segments().size() > 1) {
      for (const WordEntry& entry : entries.back()) different.insert(key_of(s, entry));
      count = std::max(count, different.size());
    }
    if (count > kMaxExpansions) {
      throw Error(ErrorKind::Query, "more than " + std::to_string(kMaxExpansions) +
                                        " words begin with '" + set.text +
                                        "'; write more letters before the *");
    }
  }
  finish_words(std::move(entries), set);
  return set;
}

WordResolver::WordKey WordResolver::key_of(std::size_t segment, const WordEntry& entry) const {
  return {entry.folded, entry.spelling, index_.segments()[segment].words().stem(entry.stem)};
}

WordSet WordResolver::variants(std::string_view spelling) {
  WordSet set;
  set.text = fold(spelling);
  finish_words(near_words(set.text, allowed_edits(set.text)), set);
  return set;
}

std::vector<std::vector<WordEntry>> WordResolver::near_words(std::string_view folded,
                                                             std::size_t edits) {
  const std::u32string letters = code_points_of(folded);
  std::vector<std::vector<WordEntry>> near;
  for (const Segment& segment : index_.segments()) {
    near.emplace_back();
    const std::string start = mark_ + std::string(first_letter(folded));
    for (WordEntry& entry : segment.words().with_prefix(start, SIZE_MAX)) {
      const std::string_view other = without_mark(entry.folded);
      const std::size_t longer = std::max(other.size(), folded.size());
      // Lengths that far apart need no closer look; bytes of one letter are at most 4.
      if (longer - std::min(other.size(), folded.size()) > 4 * edits) continue;
      if (edit_distance(code_points_of(other), letters) > edits) continue;
      near.back().push_back(std::move(entry));
    }
  }
  return near;
}

std::uint64_t WordResolver::occurrences(const WordSet& set) const {
  std::uint64_t sum = 0;
  for (std::size_t s = 0; s < set.numbers.size(); ++s) {
    const WordList& words = index_.segments()[s].words();
    for (const std::uint32_t number : set.numbers[s]) sum += words.word(number).frequency;
  }
  return sum;
}

std::string WordResolver::better_spelling(std::string_view spelling) {
  const std::string folded = fold(spelling);
  // A number near another is no better for it.
  if (folded.empty() || std::any_of(folded.begin(), folded.end(), is_ascii_digit)) return {};
  const std::uint64_t own = occurrences(inflected(spelling));
  if (own > kRare || (own > 0 && count_code_points(folded) < kTellingWord)) return {};
  const std::uint64_t least_frequency = own == 0 ? 1 : kFarMoreFrequent * own;
  std::size_t best_distance = own == 0 ? allowed_edits(folded) : 1;
  // A word is as frequent as it is in all segments together.
  std::map<WordKey, std::uint64_t> frequencies;
  const auto near = near_words(folded, best_distance);
  for (std::size_t s = 0; s < near.size(); ++s) {
    for (const WordEntry& entry : near[s]) frequencies[key_of(s, entry)] += entry.frequency;
  }
  std::string best;
  std::uint64_t best_frequency = 0;
  for (const auto& [key, frequency] : frequencies) {
    const std::size_t distance = edit_distance(key[0], folded);
    if (frequency < least_frequency || distance > best_distance) continue;
    if (distance < best_distance || frequency > best_frequency) {
      best = key[1];
      best_distance = distance;
      best_frequency = frequency;
    }
  }
  return best;
}

void WordResolver::finish_words(std::vector<std::vector<WordEntry>> entries, WordSet& set) {
  std::set<std::string> forms;
  for (std::size_t s = 0; s < entries.size(); ++s) {
    set.numbers.emplace_back();
    for (const WordEntry& entry : entries[s]) {
      set.numbers.back().push_back(entry.number);
      set.stems.push_back(stem_of(index_.segments()[s], entry));
      forms.emplace(without_mark(entry.folded));
    }
    sort_unique(set.numbers.back());
  }
  sort_unique(set.stems);
  set.folded_forms.assign(forms.begin(), forms.end());
  for (std::size_t s = 0; s < entries.size() && set.stems_suffice; ++s) {
    set.stems_suffice =
        numbers_with_stems(index_.segments()[s].words(), set.stems) == set.numbers[s];
  }
}

}  // namespace news
