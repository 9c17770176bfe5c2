#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "common/index/index.h"
#include "searcher/match/matcher.h"

namespace news {

/// The matches that tell one story.
struct Story {
  Match best;                 ///< the first of them in the order asked for
  std::vector<Match> copies;  ///< the others, oldest first, undated ones last
};

/// The `count` best matches, best first; more when asked for more, until there are no more.
using Ranking = std::function<std::vector<Match>(std::uint64_t count)>;

/// The first `count` stories of a ranking. `all` has every match, by segment and number. What is a
/// story depends on the matches, not on their order: see StoryFinder.
std::vector<Story> best_stories(const Index& index, const Matcher& matcher,
                                const std::vector<Match>& all, const Ranking& ranking,
                                std::uint64_t count);

/// How many stories the matches tell. Takes up to a scan of all matches for each.
std::uint64_t count_stories(const Index& index, const std::vector<Match>& all);

}  // namespace news
