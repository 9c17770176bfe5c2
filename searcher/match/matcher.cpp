#include "searcher/match/matcher.h"

#include <xapian.h>

#include <algorithm>

#include "common/base/error.h"

namespace news {
namespace {

// Up to this many possible matches all are looked at, so that the total is exact; beyond it the
// best are found with what Xapian can skip.
constexpr std::uint64_t kCheapMatches = 100'000;

/// Collects the articles that match by refusing each of them, which keeps Xapian from ranking.
class Collector : public Xapian::MatchDecider {
 public:
  bool operator()(const Xapian::Document& document) const override {
    articles_.push_back(document.get_docid());
    return false;
  }
  std::vector<std::uint32_t> take() { return std::move(articles_); }

 private:
  mutable std::vector<std::uint32_t> articles_;
};

[[noreturn]] void rethrow(const Xapian::Error& e, const Segment& segment) {
  throw Error(ErrorKind::Index, "can't search '" + segment.folder().string() + "': " + e.get_msg());
}

std::vector<std::uint32_t> collect(const Segment& segment, const Xapian::Query& query) {
  try {
    Xapian::Enquire enquire(segment.postings());
    enquire.set_query(query);
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    Collector collector;
    enquire.get_mset(0, 1, 0, nullptr, &collector);
    std::vector<std::uint32_t> articles = collector.take();
    std::sort(articles.begin(), articles.end());
    return articles;
  } catch (const Xapian::Error& e) {
    rethrow(e, segment);
  }
}

/// Up to `count` matches of one segment, by score or by number.
MatchList run(const Segment& segment, std::size_t number, const Xapian::Query& query,
              std::uint64_t count, bool scored) {
  MatchList list;
  try {
    Xapian::Enquire enquire(segment.postings());
    enquire.set_query(query);
    // Our posting sources score by themselves under any scheme but the one that scores nothing.
    if (scored) {
      enquire.set_weighting_scheme(Xapian::CoordWeight());
    } else {
      enquire.set_weighting_scheme(Xapian::BoolWeight());
    }
    const auto wanted = static_cast<Xapian::doccount>(std::min(count, segment.size()));
    // Once scores rule out a side of an OR or an AND_MAYBE, Xapian can step over an article that
    // both have (AndMaybePostList::next, when its right side is ahead): all matches are scored, so
    // that none is ruled out.
    const auto size = static_cast<Xapian::doccount>(segment.size());
    Xapian::MSet found = enquire.get_mset(0, wanted, scored ? size : 0);
    list.total_is_exact = found.get_matches_lower_bound() == found.get_matches_upper_bound();
    if (!list.total_is_exact && found.get_matches_estimated() <= kCheapMatches) {
      found = enquire.get_mset(0, wanted, size);
      list.total_is_exact = true;
    }
    list.total = found.get_matches_lower_bound();
    for (auto it = found.begin(); it != found.end(); ++it) {
      list.matches.push_back({number, *it, scored ? it.get_weight() : 0, 0, 0, false});
    }
  } catch (const Xapian::Error& e) {
    rethrow(e, segment);
  }
  return list;
}

bool has_undated(const Segment& segment) {
  const ArticleRange undated = undated_articles(segment);
  return undated.first <= undated.last;
}

Match to_match(const Scored& scored, std::size_t segment) {
  Match match;
  match.segment = segment;
  match.article = scored.article;
  match.score = scored.score;
  return match;
}

MatchList to_match_list(const FlatMatches& matches, std::size_t segment) {
  MatchList list;
  list.total = matches.total;
  list.total_is_exact = matches.total_is_exact;
  for (const Scored& one : matches.found) list.matches.push_back(to_match(one, segment));
  return list;
}

}  // namespace

MatchList Matcher::best(const PlanNode& words, const RankingDepth& depth) const {
  return top(words, depth, true);
}

MatchList Matcher::newest(const PlanNode& words, std::uint64_t count) const {
  return top(words, {count}, false);
}

MatchList Matcher::top(const PlanNode& words, const RankingDepth& depth, bool by_score) const {
  const std::optional<FlatQuery> flat = flatten(plan_, words, DateFilter::InRange);
  const RankingDepth deeper = {std::max(depth.count, kFewMatches + 1),
                               std::max(depth.kept, kFewMatches + 1), depth.most_added};
  std::vector<MatchList> lists;
  for (std::size_t s = 0; s < index_.segments().size(); ++s) {
    const Segment& segment = index_.segments()[s];
    if (flat) {
      FlatMatcher matcher(segment, s, plan_.clock, *flat, by_score);
      lists.push_back(
          to_match_list(by_score ? matcher.best(deeper) : matcher.first(deeper.count), s));
      continue;
    }
    lists.push_back(run(segment, s, compile(plan_, words, segment, s, DateFilter::InRange),
                        deeper.count, by_score));
  }
  return merge(std::move(lists), depth.count, by_score);
}

MatchList Matcher::merge(std::vector<MatchList> lists, std::uint64_t count, bool by_score) const {
  MatchList merged;
  for (MatchList& list : lists) {
    merged.total += list.total;
    merged.total_is_exact = merged.total_is_exact && list.total_is_exact;
    merged.matches.insert(merged.matches.end(), list.matches.begin(), list.matches.end());
  }
  fill_dates(merged.matches);
  if (lists.size() > 1) {
    std::stable_sort(merged.matches.begin(), merged.matches.end(),
                     [&](const Match& a, const Match& b) {
                       if (by_score && a.score != b.score) return a.score > b.score;
                       return is_newer(a, b);
                     });
  }
  if (merged.matches.size() > count) merged.matches.resize(count);
  return merged;
}

std::vector<Match> Matcher::all(const PlanNode& words, bool scored, DateFilter dates) const {
  const std::optional<FlatQuery> flat = flatten(plan_, words, dates);
  std::vector<Match> all;
  for (std::size_t s = 0; s < index_.segments().size(); ++s) {
    const Segment& segment = index_.segments()[s];
    if (flat) {
      for (const Scored& one : FlatMatcher(segment, s, plan_.clock, *flat, scored).all()) {
        all.push_back(to_match(one, s));
        if (!scored) all.back().score = 0;
      }
      continue;
    }
    const Xapian::Query query = compile(plan_, words, segment, s, dates);
    if (scored) {
      MatchList list = run(segment, s, query, segment.size(), true);
      std::sort(list.matches.begin(), list.matches.end(),
                [](const Match& a, const Match& b) { return a.article < b.article; });
      all.insert(all.end(), list.matches.begin(), list.matches.end());
    } else {
      for (const std::uint32_t article : collect(segment, query)) {
        all.push_back({s, article, 0, 0, 0, false});
      }
    }
  }
  fill_dates(all);
  return all;
}

std::uint64_t Matcher::count(const PlanNode& words, DateFilter dates) const {
  const std::optional<FlatQuery> flat = flatten(plan_, words, dates);
  std::uint64_t sum = 0;
  for (std::size_t s = 0; s < index_.segments().size(); ++s) {
    const Segment& segment = index_.segments()[s];
    if (dates == DateFilter::Undated && !has_undated(segment)) continue;
    sum += flat ? FlatMatcher(segment, s, plan_.clock, *flat, false).count()
                : collect(segment, compile(plan_, words, segment, s, dates)).size();
  }
  return sum;
}

void Matcher::fill_dates(std::vector<Match>& matches) const {
  const Columns* columns = nullptr;
  const NumberColumn* precision = nullptr;
  const NumberColumn* published = nullptr;
  for (Match& match : matches) {
    if (columns != &index_.segments()[match.segment].columns()) {
      columns = &index_.segments()[match.segment].columns();
      precision = &columns->numbers(kPrecisionColumn);
      published = &columns->numbers(kPublishedColumn);
    }
    match.dated = (*precision)[match.article - 1] != 0;
    match.published = (*published)[match.article - 1];
  }
}

std::string Matcher::id_of(const Match& match) const {
  return index_.segments()[match.segment].articles().read(match.article).article.id;
}

bool Matcher::is_newer(const Match& a, const Match& b) const {
  if (a.dated != b.dated) return a.dated;
  if (a.dated && a.published != b.published) return a.published > b.published;
  // Inside a segment numbers follow ids.
  if (a.segment == b.segment) return a.article < b.article;
  return id_of(a) < id_of(b);
}

}  // namespace news
