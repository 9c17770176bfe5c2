#include "common/index/stories.h"

#include <algorithm>
#include <bit>
#include <cstdlib>
#include <numeric>
#include <set>
#include <tuple>

namespace news {
namespace {

[[gnu::always_inline]] inline bool differ_little(std::uint64_t a, std::uint64_t b) {
  return std::popcount(a ^ b) <= kNearCopyBits;
}

[[gnu::always_inline]] inline void scan(const std::uint64_t* first, std::size_t count,
                                        std::uint64_t fingerprint, std::vector<std::size_t>& out) {
  for (std::size_t i = 0; i < count; ++i) {
    if (differ_little(first[i], fingerprint)) out.push_back(i);
  }
}

#ifdef __x86_64__
// Programs are compiled for the oldest processors of the kind; counting bits is one instruction on
// all but those, and seven times as fast.
[[gnu::target("popcnt")]] void scan_with_popcnt(const std::uint64_t* first, std::size_t count,
                                                std::uint64_t fingerprint,
                                                std::vector<std::size_t>& out) {
  scan(first, count, fingerprint, out);
}
#endif

/// Indexes of the fingerprints, of `count` from `first` on, that are near to one.
void find_near(const std::uint64_t* first, std::size_t count, std::uint64_t fingerprint,
               std::vector<std::size_t>& out) {
#ifdef __x86_64__
  if (__builtin_cpu_supports("popcnt")) return scan_with_popcnt(first, count, fingerprint, out);
#endif
  scan(first, count, fingerprint, out);
}

}  // namespace

CopyKey copy_key(const Columns& columns, std::uint64_t number) {
  const std::uint64_t i = number - 1;
  CopyKey key;
  key.fingerprint = static_cast<std::uint64_t>(columns.numbers(kFingerprintColumn)[i]);
  key.published = columns.numbers(kPublishedColumn)[i];
  key.dated = static_cast<Precision>(columns.numbers(kPrecisionColumn)[i]) >= Precision::Day;
  return key;
}

bool are_near_copies(const CopyKey& a, const CopyKey& b) {
  if (a.fingerprint == 0 || b.fingerprint == 0) return false;
  if (a.fingerprint == b.fingerprint) return true;
  if (!differ_little(a.fingerprint, b.fingerprint)) return false;
  return !a.dated || !b.dated || std::abs(a.published - b.published) <= kNearCopySeconds;
}

StoryFinder::StoryFinder(std::vector<CopyKey> articles)
    : articles_(std::move(articles)), taken_(articles_.size()), by_time_(articles_.size()) {
  std::iota(by_time_.begin(), by_time_.end(), 0);
  by_fingerprint_ = by_time_;
  std::sort(by_time_.begin(), by_time_.end(), [&](std::size_t a, std::size_t b) {
    const CopyKey& x = articles_[a];
    const CopyKey& y = articles_[b];
    if (x.dated != y.dated) return x.dated;
    return std::tie(x.published, a) < std::tie(y.published, b);
  });
  for (const std::size_t article : by_time_) {
    fingerprints_by_time_.push_back(articles_[article].fingerprint);
    undated_begin_ += articles_[article].dated ? 1 : 0;
  }
  std::sort(by_fingerprint_.begin(), by_fingerprint_.end(), [&](std::size_t a, std::size_t b) {
    return std::tie(articles_[a].fingerprint, a) < std::tie(articles_[b].fingerprint, b);
  });
}

std::vector<std::size_t> StoryFinder::take_story(std::size_t article) {
  std::vector<std::size_t> story;
  take(article, story);
  std::set<std::uint64_t> texts;
  std::set<std::tuple<std::uint64_t, bool, UnixSeconds>> looked_around;
  // Grows while it is walked: copies of copies belong to the story too.
  for (std::size_t i = 0; i < story.size(); ++i) {
    const CopyKey key = articles_[story[i]];
    if (key.fingerprint == 0) break;
    if (texts.insert(key.fingerprint).second) add_same_text(key.fingerprint, story);
    if (!looked_around.insert({key.fingerprint, key.dated, key.published}).second) continue;
    if (!key.dated) {
      add_copies(key, {0, by_time_.size()}, story);
      continue;
    }
    add_copies(key, {first_from(key.published - kNearCopySeconds),
                     first_from(key.published + kNearCopySeconds + 1)}, story);
    add_copies(key, {undated_begin_, by_time_.size()}, story);
  }
  return story;
}

std::size_t StoryFinder::first_from(UnixSeconds seconds) const {
  const auto end = by_time_.begin() + static_cast<std::ptrdiff_t>(undated_begin_);
  const auto found = std::lower_bound(
      by_time_.begin(), end, seconds,
      [&](std::size_t a, UnixSeconds bound) { return articles_[a].published < bound; });
  return static_cast<std::size_t>(found - by_time_.begin());
}

void StoryFinder::take(std::size_t article, std::vector<std::size_t>& story) {
  if (taken_[article]) return;
  taken_[article] = true;
  story.push_back(article);
}

void StoryFinder::add_copies(const CopyKey& key, Stretch stretch, std::vector<std::size_t>& story) {
  std::vector<std::size_t> near;
  find_near(fingerprints_by_time_.data() + stretch.begin, stretch.end - stretch.begin,
            key.fingerprint, near);
  for (const std::size_t i : near) {
    const std::size_t article = by_time_[stretch.begin + i];
    if (articles_[article].fingerprint != 0) take(article, story);
  }
}

void StoryFinder::add_same_text(std::uint64_t fingerprint, std::vector<std::size_t>& story) {
  const auto first = std::lower_bound(
      by_fingerprint_.begin(), by_fingerprint_.end(), fingerprint,
      [&](std::size_t a, std::uint64_t bound) { return articles_[a].fingerprint < bound; });
  for (auto it = first; it != by_fingerprint_.end() && articles_[*it].fingerprint == fingerprint;
       ++it) {
    take(*it, story);
  }
}

}  // namespace news
