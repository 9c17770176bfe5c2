#include "searcher/match/proximity.h"

#include <algorithm>
#include <bit>
#include <string>

#include "common/base/varint.h"
#include "common/index/columns_format.h"
#include "searcher/match/code_bytes.h"

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

// Up to so many words are searched for as bytes; for more it is faster to read every word.
constexpr std::size_t kMostSearched = 48;

constexpr std::uint32_t kFree = 0xffffffff;

std::uint32_t hash(std::uint32_t number) { return number * 2654435769u >> 7; }

/// How far the word at `to` is from the one before `from`; more than kFarthest when another field
/// begins between them.
std::uint32_t words_to(std::string_view codes, std::size_t from, std::size_t to) {
  std::uint32_t words = 1;
  while (from < to && words <= kFarthest) {
    const std::uint64_t code = code_after(codes, from);
    if (code >= kFirstWordCode) {
      ++words;
    } else if (code >= kFieldMark) {
      return kFarthest + 1;
    }
  }
  return words;
}

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
  std::vector<std::string> codes;
  for (std::uint32_t w = 0; w < words_.size(); ++w) {
    for (const std::uint32_t number : words_[w]->numbers[segment]) {
      std::uint32_t slot = hash(number) & mask_;
      while (table_[slot].first != kFree && table_[slot].first != number) slot = (slot + 1) & mask_;
      // A form of two words of the query counts as the first.
      if (table_[slot].first != kFree) continue;
      table_[slot] = {number, w};
      put_varint(codes.emplace_back(), kFirstWordCode + std::uint64_t{number});
    }
  }
  search_.reset();
  if (FormSearch::has_wide() && codes.size() <= kMostSearched) search_.emplace(codes);
}

const std::uint32_t* ProximityScorer::find_word(std::uint32_t number) const {
  for (std::uint32_t slot = hash(number) & mask_; table_[slot].first != kFree;
       slot = (slot + 1) & mask_) {
    if (table_[slot].first == number) return &table_[slot].second;
  }
  return nullptr;
}

void ProximityScorer::read_places(std::size_t segment, std::uint32_t article) {
  if (segment != segment_) load(segment);
  places_.clear();
  const TokenStream& tokens = index_.segments()[segment].tokens();
  if (search_) return search_places(tokens.article(article));
  std::uint32_t position = 0;
  tokens.for_each_code(article, [&](std::uint64_t code) {
    if (code < kFirstWordCode) {
      if (code >= kFieldMark) position += kFarthest + 1;
      return;
    }
    ++position;
    const auto* const word = find_word(static_cast<std::uint32_t>(code - kFirstWordCode));
    if (word != nullptr) places_.push_back({position, *word});
  });
}

void ProximityScorer::search_places(std::string_view codes) {
  std::uint32_t position = 0;
  std::size_t behind = 0;  // where the code after the last place begins
  for (std::size_t at = 0; (at = search_->find(codes, at)) < codes.size();) {
    // The end of another code.
    if (at > 0 && !ends_a_code(codes[at - 1])) {
      ++at;
      continue;
    }
    position += words_to(codes, behind, at);
    const std::uint64_t code = code_after(codes, at);
    behind = at;
    const auto* const word = find_word(static_cast<std::uint32_t>(code - kFirstWordCode));
    if (word != nullptr) places_.push_back({position, *word});
  }
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
  const auto stands_before = [&](const Match& a, const Match& b) {
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
  std::stable_sort(first, at, stands_before);
}

}  // namespace news
