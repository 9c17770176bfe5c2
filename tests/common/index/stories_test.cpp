#include "common/index/stories.h"

#include <algorithm>
#include <numeric>
#include <random>
#include <set>

#include "tests/catch.h"

namespace {

using news::CopyKey;

constexpr news::UnixSeconds kDay = 86400;

std::uint64_t flip(std::uint64_t fingerprint, int first, int count) {
  for (int i = 0; i < count; ++i) fingerprint ^= std::uint64_t{1} << (first + i);
  return fingerprint;
}

using Groups = std::set<std::set<std::size_t>>;

Groups stories_of(const std::vector<CopyKey>& keys, const std::vector<std::size_t>& order) {
  news::StoryFinder finder(keys);
  Groups groups;
  for (const std::size_t article : order) {
    if (finder.is_taken(article)) continue;
    const std::vector<std::size_t> story = finder.take_story(article);
    CHECK(story.front() == article);
    groups.emplace(story.begin(), story.end());
  }
  return groups;
}

/// By comparing every article with every other, again and again.
Groups stories_by_hand(const std::vector<CopyKey>& keys) {
  std::vector<std::size_t> story(keys.size());
  std::iota(story.begin(), story.end(), 0);
  for (bool changed = true; changed;) {
    changed = false;
    for (std::size_t a = 0; a < keys.size(); ++a) {
      for (std::size_t b = 0; b < keys.size(); ++b) {
        if (story[b] <= story[a] || !news::are_near_copies(keys[a], keys[b])) continue;
        story[b] = story[a];
        changed = true;
      }
    }
  }
  Groups groups;
  for (std::size_t i = 0; i < keys.size(); ++i) {
    std::set<std::size_t> group;
    for (std::size_t j = 0; j < keys.size(); ++j) {
      if (story[j] == story[i]) group.insert(j);
    }
    groups.insert(group);
  }
  return groups;
}

}  // namespace

TEST_CASE("Near copies differ in few bits and are published at about the same time",
          "[stories]") {
  const CopyKey first{0x0123456789abcdef, 100 * kDay, true};
  const auto copy = [&](int bits, int days, bool dated = true) {
    return CopyKey{flip(first.fingerprint, 3, bits), first.published + days * kDay, dated};
  };
  CHECK(news::are_near_copies(first, copy(12, 3)));
  CHECK(news::are_near_copies(copy(12, -3), first));
  CHECK_FALSE(news::are_near_copies(first, copy(13, 0)));
  CHECK_FALSE(news::are_near_copies(first, copy(1, 4)));
  CHECK(news::are_near_copies(first, copy(12, 4000, false)));
  CHECK(news::are_near_copies(first, copy(0, 4000)));
  CHECK_FALSE(news::are_near_copies({}, {}));
}

TEST_CASE("Copies of copies are of one story", "[stories]") {
  const std::uint64_t text = 0x0123456789abcdef;
  const std::vector<CopyKey> keys = {
      {text, 0, true}, {flip(text, 20, 20), 4 * kDay, true}, {flip(text, 20, 10), 2 * kDay, true},
      {0, 0, true}, {0, 0, true}};
  CHECK(stories_of(keys, {0, 1, 2, 3, 4}) == Groups{{0, 1, 2}, {3}, {4}});
}

TEST_CASE("Stories are those of a comparison of all with all, in any order", "[stories]") {
  std::mt19937_64 random(20);
  for (int round = 0; round < 40; ++round) {
    std::vector<CopyKey> keys;
    for (int i = 0; i < 60; ++i) {
      CopyKey key{random(), static_cast<news::UnixSeconds>(random() % (20 * kDay)),
                  random() % 5 != 0};
      if (!keys.empty() && random() % 3 != 0) {
        key.fingerprint = flip(keys[random() % keys.size()].fingerprint,
                               static_cast<int>(random() % 40), static_cast<int>(random() % 16));
      }
      if (random() % 10 == 0) key.fingerprint = 0;
      keys.push_back(key);
    }
    std::vector<std::size_t> order(keys.size());
    std::iota(order.begin(), order.end(), 0);
    std::shuffle(order.begin(), order.end(), random);
    REQUIRE(stories_of(keys, order) == stories_by_hand(keys));
  }
}
