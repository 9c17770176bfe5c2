#include "searcher/match/flat_match.h"

#include <algorithm>
#include <array>
#include <bit>
#include <numeric>

namespace news {
namespace {

// Candidates that are all checked against their word order, for an exact total. Of more the best
// are checked, in steps that double, until there are enough matches.
constexpr std::ptrdiff_t kMostChecks = 250;
constexpr std::ptrdiff_t kFirstStep = 64;
// How many candidates ahead of the one that is checked word order is fetched.
constexpr std::ptrdiff_t kAhead = 8;

/// True when nothing that scores `most` or less need be looked for, the best matches being `found`.
bool is_enough(const std::vector<Scored>& found, double most, const RankingDepth& depth) {
  if (found.size() >= std::max<std::uint64_t>(depth.count, 1)) return true;
  return depth.kept > 0 && found.size() >= depth.kept &&
         most + depth.most_added < found[depth.kept - 1].score;
}

}  // namespace

FlatMatcher::FlatMatcher(const Segment& segment, std::size_t number, const Clock& clock,
                         const FlatQuery& query, bool scored)
    : segment_(segment),
      query_(query),
      articles_{1, static_cast<std::uint32_t>(segment.size())} {
  bound_articles();
  for (const DateRange& range : query.dates) dates_.emplace_back(segment, range, clock);
  if (articles_.first > articles_.last) return;
  const bool possible = open(query.all, all_) && (open(query.any, any_) || query.any.empty());
  if (!possible) articles_ = {};
  if (articles_.first > articles_.last) return;
  open(query.none, none_);
  if (scored) open(query.more, more_);
  is_conditional_ = !none_.empty() || !dates_.empty() || !query.lengths.empty() ||
                    segment.deletions() != nullptr;
  by_frequency_.resize(all_.size());
  std::iota(by_frequency_.begin(), by_frequency_.end(), std::size_t{0});
  std::stable_sort(by_frequency_.begin(), by_frequency_.end(), [&](std::size_t a, std::size_t b) {
    return all_[a].cursor.frequency() < all_[b].cursor.frequency();
  });
  for (const auto& tree : query.spans) {
    const TokenStream& tokens = tokens_for(*tree, segment);
    if (word_order_ == nullptr) word_order_ = &tokens;
    spans_.emplace_back(*tree, number, tokens);
  }
}

bool FlatMatcher::open(const std::vector<FlatQuery::Group>& groups,
                       std::vector<ScoredCursor>& cursors) {
  bool all_found = true;
  for (const FlatQuery::Group& group : groups) {
    cursors.push_back(
        {PostingCursor(segment_.posting_file(), segment_.size(), *group.terms, &unions_),
         group.weight});
    if (cursors.back().cursor.frequency() > 0) continue;
    all_found = false;
    cursors.pop_back();
  }
  return &groups == &query_.all ? all_found : !cursors.empty();
}

void FlatMatcher::bound_articles() {
  const auto intersect = [&](const ArticleRange& range) {
    articles_.first = std::max(articles_.first, range.first);
    articles_.last = std::min(articles_.last, range.last);
  };
  for (const DateRange& range : query_.dates) intersect(articles_near(segment_, range));
  if (query_.undated) intersect(undated_articles(segment_));
}

bool FlatMatcher::is_every_article() const {
  return articles_.first <= articles_.last && all_.empty() && any_.empty() &&
         spans_.empty() && !is_conditional_;
}

bool FlatMatcher::meets_conditions(std::uint32_t article) {
  if (segment_.is_deleted(article)) return false;
  for (ScoredCursor& none : none_) {
    none.cursor.skip_to(article);
    if (none.cursor.article() == article) return false;
  }
  for (const DateCheck& date : dates_) {
    if (!date(article)) return false;
  }
  for (const NumberRange& range : query_.lengths) {
    const auto tokens =
        static_cast<std::uint64_t>(segment_.columns().numbers(kLengthColumn)[article - 1]);
    if (tokens < range.least || tokens > range.most) return false;
  }
  return true;
}

bool FlatMatcher::has_all(std::uint32_t article) {
  for (const std::size_t i : by_frequency_) {
    all_[i].cursor.skip_to(article);
    if (all_[i].cursor.article() != article) return false;
  }
  return true;
}

double FlatMatcher::score_of_all() const {
  // In the order of the query, so that a score does not depend on which word is rarer.
  double score = 0;
  for (const ScoredCursor& all : all_) score += all.weight * all.cursor.impact();
  return score;
}

bool FlatMatcher::add_scores(std::vector<ScoredCursor>& lists, std::uint32_t article,
                             double& score) {
  bool found = false;
  double sum = 0;
  for (ScoredCursor& list : lists) {
    list.cursor.skip_to(article);
    if (list.cursor.article() != article) continue;
    found = true;
    sum += list.weight * list.cursor.impact();
  }
  score += sum;
  return found;
}

bool FlatMatcher::spans_hold(std::uint32_t article) {
  return std::all_of(spans_.begin(), spans_.end(),
                     [&](SpanMatcher& spans) { return spans.matches(article); });
}

template <typename Use>
void FlatMatcher::for_each_candidate(Use use) {
  if (articles_.first > articles_.last) return;
  if (all_.empty() && any_.empty()) return walk_articles(use);
  if (all_.size() == 1 && any_.empty()) return walk_one_list(use);
  const std::uint64_t any_articles = std::accumulate(
      any_.begin(), any_.end(), std::uint64_t{0},
      [](std::uint64_t sum, const ScoredCursor& any) { return sum + any.cursor.frequency(); });
  const bool is_rarer =
      !all_.empty() &&
      (any_.empty() || all_[by_frequency_.front()].cursor.frequency() < any_articles);
  is_rarer ? walk_rarest(use) : walk_windows(use);
}

template <typename Use>
void FlatMatcher::walk_articles(Use use) {
  for (std::uint32_t article = articles_.first; article <= articles_.last; ++article) {
    if (passes(article)) use(article, 0.0);
  }
}

template <typename Use>
void FlatMatcher::walk_one_list(Use use) {
  ScoredCursor& list = all_.front();
  list.cursor.skip_to(articles_.first);
  list.cursor.for_each_before(articles_.last + 1, [&](std::uint32_t article, std::uint32_t impact) {
    if (!passes(article)) return;
    double score = list.weight * impact;
    add_scores(more_, article, score);
    use(article, score);
  });
}

template <typename Use>
void FlatMatcher::walk_rarest(Use use) {
  PostingCursor& lead = all_[by_frequency_.front()].cursor;
  lead.skip_to(articles_.first);
  while (lead.article() <= articles_.last) {
    const std::uint32_t article = lead.article();
    std::uint32_t next = article;
    for (std::size_t i = 1; i < by_frequency_.size() && next == article; ++i) {
      PostingCursor& cursor = all_[by_frequency_[i]].cursor;
      cursor.skip_to(article);
      next = cursor.article();
    }
    if (next != article) {
      lead.skip_to(next);
      continue;
    }
    double score = score_of_all();
    if ((add_scores(any_, article, score) || any_.empty()) && passes(article)) {
      add_scores(more_, article, score);
      use(article, score);
    }
    lead.next();
  }
}

template <typename Use>
void FlatMatcher::walk_windows(Use use) {
  Window window;
  const bool has_only_any = all_.empty() && !is_conditional_;
  for (ScoredCursor& any : any_) any.cursor.skip_to(articles_.first);
  for (;;) {
    std::uint32_t begin = PostingCursor::kEnd;
    for (const ScoredCursor& any : any_) begin = std::min(begin, any.cursor.article());
    if (begin > articles_.last) return;
    const std::uint32_t end =
        articles_.last - begin < kWindow ? articles_.last + 1 : begin + kWindow;
    for (ScoredCursor& any : any_) {
      const double weight = any.weight;
      any.cursor.for_each_before(end, [&, weight](std::uint32_t article, std::uint32_t impact) {
        const std::uint32_t i = article - begin;
        window.sums[i] += weight * impact;
        window.found[i / 64] |= std::uint64_t{1} << (i % 64);
      });
    }
    add_more(begin, end, window);
    for (std::uint32_t word = 0; word < window.found.size(); ++word) {
      for (std::uint64_t bits = window.found[word]; bits != 0; bits &= bits - 1) {
        const std::uint32_t i = word * 64 + static_cast<std::uint32_t>(std::countr_zero(bits));
        const double sum = window.sums[i];
        window.sums[i] = 0;
        if (has_only_any) {
          use(begin + i, sum);
        } else if (has_all(begin + i) && passes(begin + i)) {
          use(begin + i, score_of_all() + sum);
        }
      }
      window.found[word] = 0;
    }
  }
}

void FlatMatcher::add_more(std::uint32_t begin, std::uint32_t end, Window& window) {
  for (ScoredCursor& more : more_) {
    const double weight = more.weight;
    more.cursor.skip_to(begin);
    more.cursor.for_each_before(end, [&, weight](std::uint32_t article, std::uint32_t impact) {
      const std::uint32_t i = article - begin;
      if ((window.found[i / 64] >> (i % 64) & 1) != 0) window.sums[i] += weight * impact;
    });
  }
}

FlatMatches FlatMatcher::best(const RankingDepth& depth) {
  FlatMatches matches;
  if (!spans_.empty()) {
    std::vector<Scored> candidates;
    candidates.reserve(kMostChecks);
    for_each_candidate([&](std::uint32_t article, double score) {
      candidates.push_back({article, score});
    });
    return best_of_many(std::move(candidates), depth);
  }
  BestList best(depth.count);
  for_each_candidate([&](std::uint32_t article, double score) {
    ++matches.total;
    best.offer(article, score);
  });
  matches.found = best.take();
  return matches;
}

FlatMatches FlatMatcher::best_of_many(std::vector<Scored> candidates, const RankingDepth& depth) {
  const auto by_article = [](const Scored& a, const Scored& b) { return a.article < b.article; };
  FlatMatches matches;
  std::ptrdiff_t step = kFirstStep;
  for (auto from = candidates.begin(); from != candidates.end();) {
    // The best of those left, in the order in which their words lie in the file.
    auto end = candidates.end();
    if (end - from > kMostChecks) {
      end = from + std::min(step, end - from);
      step *= 2;
      std::nth_element(from, end, candidates.end(), is_better);
    }
    const double most_left = std::max_element(from, end, is_better)->score;
    if (!std::is_sorted(from, end, by_article)) std::sort(from, end, by_article);
    const auto matched = keep_matches(from, end);
    std::sort(from, matched, is_better);
    matches.found.insert(matches.found.end(), from, matched);
    from = end;
    if (from == candidates.end() || !is_enough(matches.found, most_left, depth)) continue;
    matches.total_is_exact = false;
    break;
  }
  matches.total = matches.found.size();
  if (matches.total > depth.count) matches.found.resize(depth.count);
  return matches;
}

std::vector<Scored>::iterator FlatMatcher::keep_matches(std::vector<Scored>::iterator from,
                                                        std::vector<Scored>::iterator end) {
  auto kept = from;
  for (; from != end; ++from) {
    const auto left = end - from;
    if (left > 2 * kAhead) word_order_->prefetch_place(from[2 * kAhead].article);
    if (left > kAhead) word_order_->prefetch_codes(from[kAhead].article);
    if (spans_hold(from->article)) std::iter_swap(kept++, from);
  }
  return kept;
}

FlatMatches FlatMatcher::first(std::size_t count) {
  FlatMatches matches;
  if (is_every_article()) {
    matches.total = articles_.last - articles_.first + 1;
    for (std::uint64_t i = 0; i < std::min<std::uint64_t>(count, matches.total); ++i) {
      matches.found.push_back({static_cast<std::uint32_t>(articles_.first + i), 0});
    }
    return matches;
  }
  std::ptrdiff_t checked = 0;
  for_each_candidate([&](std::uint32_t article, double) {
    if (!spans_.empty()) {
      if (checked >= kMostChecks && matches.total >= std::max<std::size_t>(count, 1)) {
        matches.total_is_exact = false;
        return;
      }
      ++checked;
      if (!spans_hold(article)) return;
    }
    if (matches.total++ < count) matches.found.push_back({article, 0});
  });
  return matches;
}

std::uint64_t FlatMatcher::count() {
  if (is_every_article()) return articles_.last - articles_.first + 1;
  std::uint64_t count = 0;
  for_each_candidate([&](std::uint32_t article, double) { count += spans_hold(article) ? 1 : 0; });
  return count;
}

std::vector<Scored> FlatMatcher::all() {
  std::vector<Scored> matches;
  for_each_candidate([&](std::uint32_t article, double score) {
    if (spans_hold(article)) matches.push_back({article, score});
  });
  return matches;
}

}  // namespace news
