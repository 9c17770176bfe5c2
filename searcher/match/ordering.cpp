#include "searcher/match/ordering.h"

#include <algorithm>
#include <cmath>

namespace news {

void sort_oldest_first(std::vector<Match>& matches, const Matcher& matcher) {
  std::stable_sort(matches.begin(), matches.end(), [&](const Match& a, const Match& b) {
    if (a.dated != b.dated) return a.dated;
    if (a.dated && a.published != b.published) return a.published < b.published;
    return matcher.is_newer(a, b);
  });
}

void sort_by_recency(std::vector<Match>& matches, const Matcher& matcher, std::int64_t half_life,
                     UnixSeconds now) {
  UnixSeconds oldest = now;
  for (const Match& match : matches) {
    if (match.dated) oldest = std::min(oldest, match.published);
  }
  for (Match& match : matches) {
    const UnixSeconds age =
        std::max<UnixSeconds>(0, now - (match.dated ? match.published : oldest));
    match.decay = std::exp2(-static_cast<double>(age) / static_cast<double>(half_life));
    match.score *= match.decay;
  }
  std::stable_sort(matches.begin(), matches.end(), [&](const Match& a, const Match& b) {
    return a.score != b.score ? a.score > b.score : matcher.is_newer(a, b);
  });
}

}  // namespace news
