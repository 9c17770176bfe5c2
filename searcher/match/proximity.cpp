#include "searcher/match/proximity.h"

#include <algorithm>
#include <bit>

#include "common/index/columns_format.h"

namespace news {
namespace {

constexpr double kShare = 0.3;
constexpr std::uint32_t kFarthest = 8;  // words apart; beyond it 1 / distance² is next to nothing
constexpr double kOtherOrder = 0.5;
constexpr double kUsualWords = 6;
// Words in most articles are near everything.
constexpr double kLeastIdf = 0.5;
// A query of more words is a text; which two of them stand together tells nothing.
constexpr std::size_t kMostWords = 128;

// How many matches ahead word order is fetched.
constexpr std::ptrdiff_t kAhead = 4;

constexpr std::uint32_t kFree = 0xffffffff;

std::uint32_t hash(std::uint32_t number) { return number * 2654435769u >> 7; }

}  // namespace

ProximityScorer::ProximityScorer(const Index& index, const std::vector<ProximityWord>& words)
    : index_(index), segment_(index.segments().size()) {
  for (const ProximityWord& word : words) {
    if (word.idf >= kLeastIdf) words_.push_back(&word);
  }
  if (words_.size() > kMostWords) words_.clear();
  gathered_.resize(words_.size());
  factor_ = kShare * (index.manifest().ranking.k1 + 1) /
            (1 + static_cast<double>(words_.size()) / kUsualWords);
}

double ProximityScorer::most() const {
  double sum = 0;
  for (const ProximityWord* word : words_) sum += std::min(1.0, word->idf);
  return factor_ * sum;
}

void ProximityScorer::load(std::size_t segment) {
  segment_ = segment;
  std::size_t count = 0;
  for (const ProximityWord* word : words_) count += word->numbers[segment].size();
  const std::size_t size = std::bit_ceil(4 * count + 1);
  table_.assign(size, {kFree, 0});
  mask_ = static_cast<std::uint32_t>(size - 1);
  for (std::uint32_t w = 0; w < words_.size(); ++w) {
    for (const std::uint32_t number : words_[w]->numbers[segment]) {
      std::uint32_t slot = hash(number) & mask_;
      while (table_[slot].first != kFree && table_[slot].first != number) slot = (slot + 1) & mask_;
      // A form of two words of the query counts as the first.
      if (table_[slot].first == kFree) table_[slot] = {number, w};
    }
  }
}

void ProximityScorer::read_places(std::size_t segment, std::uint32_t article) {
  if (segment != segment_) load(segment);
  places_.clear();
  std::uint32_t position = 0;
  index_.segments()[segment].tokens().for_each_code(article, [&](std::uint64_t code) {
    if (code < kFirstWordCode) {
      if (code >= kFieldMark) position += kFarthest + 1;
      return;
    }
    const auto number = static_cast<std::uint32_t>(code - kFirstWordCode);
    ++position;
    for (std::uint32_t slot = hash(number) & mask_; table_[slot].first != kFree;
         slot = (slot + 1) & mask_) {
      if (table_[slot].first != number) continue;
      places_.push_back({position, table_[slot].second});
      break;
    }
  });
}

void ProximityScorer::prefetch(std::size_t segment, std::uint32_t article) const {
  index_.segments()[segment].tokens().prefetch_codes(article);
}

void ProximityScorer::gather() {
  std::fill(gathered_.begin(), gathered_.end(), 0);
  for (std::size_t i = 1; i < places_.size(); ++i) {
    const Place& a = places_[i - 1];
    const Place& b = places_[i];
    const std::uint32_t distance = b.position - a.position;
    if (a.word == b.word || distance > kFarthest) continue;
    const double nearness = (a.word < b.word ? 1 : kOtherOrder) / (distance * distance);
    gathered_[a.word] += words_[b.word]->idf * nearness;
    gathered_[b.word] += words_[a.word]->idf * nearness;
  }
}

double ProximityScorer::score(std::size_t segment, std::uint32_t article) {
  read_places(segment, article);
  if (places_.size() < 2) return 0;
  gather();
  const RankingSettings& ranking = index_.manifest().ranking;
  const auto length = static_cast<double>(
      index_.segments()[segment].columns().numbers(kLengthColumn)[article - 1]);
  const double saturation =
      ranking.k1 *
      (1 - ranking.b + ranking.b * length / std::max(ranking.pivot_length, 1.0));
  double sum = 0;
  for (std::size_t w = 0; w < words_.size(); ++w) {
    sum += std::min(1.0, words_[w]->idf) * gathered_[w] / (gathered_[w] + saturation);
  }
  return factor_ * sum;
}

void add_proximity(MatchList& found, std::uint64_t count, ProximityScorer& scorer,
                   const Matcher& matcher) {
  std::vector<Match>& matches = found.matches;
  const auto first = matches.begin();
  const auto last = first + static_cast<std::ptrdiff_t>(
                                std::min<std::uint64_t>(kProximityDepth, matches.size()));
  const auto is_better = [&](const Match& a, const Match& b) {
    return a.score != b.score ? a.score > b.score : matcher.is_newer(a, b);
  };
  const double most = scorer.most();
  std::vector<double> best;  // a heap of the `count` best scores, the least on top
  auto at = first;
  for (; at != last; ++at) {
    if (best.size() >= count && (count == 0 || at->score + most < best.front())) break;
    if (last - at > kAhead) scorer.prefetch(at[kAhead].segment, at[kAhead].article);
    at->proximity = scorer.score(at->segment, at->article);
    at->score += at->decay * at->proximity;
    best.push_back(at->score);
    std::push_heap(best.begin(), best.end(), std::greater<>());
    if (best.size() > count) {
      std::pop_heap(best.begin(), best.end(), std::greater<>());
      best.pop_back();
    }
  }
  std::stable_sort(first, at, is_better);
}

}  // namespace news
