#include "searcher/match/collapse.h"

#include <algorithm>
#include <tuple>

#include "common/base/error.h"
#include "common/index/stories.h"
#include "searcher/match/ordering.h"

namespace news {
namespace {

// Matches ranked at first, for each story wanted and besides.
constexpr std::uint64_t kMatchesPerStory = 2;
constexpr std::uint64_t kMoreMatches = 20;
constexpr std::uint64_t kGrowth = 8;

StoryFinder find_stories(const Index& index, const std::vector<Match>& all) {
  std::vector<CopyKey> keys;
  keys.reserve(all.size());
  for (const Match& match : all) {
    keys.push_back(copy_key(index.segments()[match.segment].columns(), match.article));
  }
  return StoryFinder(std::move(keys));
}

std::size_t place_of(const Match& match, const std::vector<Match>& all) {
  const auto key = [](const Match& m) { return std::tie(m.segment, m.article); };
  const auto found =
      std::lower_bound(all.begin(), all.end(), match,
                       [&](const Match& a, const Match& b) { return key(a) < key(b); });
  if (found == all.end() || key(*found) != key(match)) {
    throw Error(ErrorKind::Bug, "a ranked article that doesn't match");
  }
  return static_cast<std::size_t>(found - all.begin());
}

}  // namespace

std::vector<Story> best_stories(const Index& index, const Matcher& matcher,
                                const std::vector<Match>& all, const Ranking& ranking,
                                std::uint64_t count) {
  StoryFinder finder = find_stories(index, all);
  std::vector<Story> stories;
  std::uint64_t wanted = kMatchesPerStory * count + kMoreMatches;
  for (std::size_t done = 0; stories.size() < count; wanted *= kGrowth) {
    const std::vector<Match> ranked = ranking(wanted);
    for (; done < ranked.size() && stories.size() < count; ++done) {
      const std::size_t place = place_of(ranked[done], all);
      if (finder.is_taken(place)) continue;
      Story story{ranked[done], {}};
      for (const std::size_t copy : finder.take_story(place)) {
        if (copy != place) story.copies.push_back(all[copy]);
      }
      sort_oldest_first(story.copies, matcher);
      stories.push_back(std::move(story));
    }
    if (ranked.size() < wanted) break;
  }
  return stories;
}

std::uint64_t count_stories(const Index& index, const std::vector<Match>& all) {
  StoryFinder finder = find_stories(index, all);
  std::uint64_t count = 0;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (finder.is_taken(i)) continue;
    finder.take_story(i);
    ++count;
  }
  return count;
}

}  // namespace news
