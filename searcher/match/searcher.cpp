#include <xapian.h>

#include <algorithm>
#include <map>

#include "common/base/error.h"
#include "common/index/index.h"
#include "searcher/match/collapse.h"
#include "searcher/match/explain.h"
#include "searcher/match/facets.h"
#include "searcher/match/feedback.h"
#include "searcher/match/like_plan.h"
#include "searcher/match/matcher.h"
#include "searcher/match/ordering.h"
#include "searcher/match/plan.h"
#include "searcher/match/proximity.h"
#include "searcher/match/search.h"
#include "searcher/match/snippets.h"
#include "searcher/match/suggest.h"

namespace news {
namespace {

// So many matches at most are all grouped into stories, so that these can be counted.
constexpr std::uint64_t kCountedMatches = 10'000;
// Copies named with a hit; there may be more.
constexpr std::size_t kNamedCopies = 100;

/// Puts the page asked for, of matches sorted by the caller, into a list.
MatchList page_of(std::vector<Match> sorted, std::uint64_t count) {
  MatchList list;
  list.total = sorted.size();
  sorted.resize(std::min<std::uint64_t>(count, sorted.size()));
  list.matches = std::move(sorted);
  return list;
}

}  // namespace

class Searcher::Impl {
 public:
  explicit Impl(const std::filesystem::path& path) : index_(path) {}

  /// Moves to the newest generation.
  void refresh() {
    if (!index_.is_newest()) index_ = Index(index_.path());
  }

  Answer search(const SearchRequest& request) const {
    const Plan plan = make_plan(index_, request);
    const Matcher matcher(index_, plan);
    Answer answer;
    answer.index_path = index_.path().string();
    answer.generation = index_.manifest().generation;
    answer.articles = index_.articles();

    const PlanNode* words = &plan.query;
    const bool has_any = plan.any.kind != PlanNode::Kind::Empty;
    if (request.any_word && has_any) words = &plan.any;
    // Stories and expanded queries are ranked later, when it is known what they are.
    const bool expands = request.expand && !request.count_only && by_score(request, *words);
    const std::uint64_t wanted = request.collapse ? 0 : request.offset + request.limit;
    const auto look_for = [&](const PlanNode& what) {
      return expands ? best(plan, matcher, what, kFeedbackArticles)
                     : find(request, plan, matcher, what, wanted);
    };
    MatchList found = look_for(*words);
    // A count is of what was asked for; partial matches are for reading.
    if (found.total == 0 && words == &plan.query && has_any && !request.count_only) {
      MatchList partial = look_for(plan.any);
      if (partial.total > 0) {
        answer.relaxed = true;
        words = &plan.any;
        found = std::move(partial);
      }
    }
    const HighlightTerms& terms = words == &plan.any ? plan.any_highlights : plan.highlights;
    PlanNode expanded;
    if (expands) {
      expanded = expand_by_feedback(index_, *words, found.matches);
      words = &expanded;
      found = find(request, plan, matcher, *words, wanted);
    }
    answer.total = found.total;
    answer.total_is_exact = found.total_is_exact;
    if (request.dates) answer.undated = matcher.count(*words, DateFilter::Undated);
    count_over_all(request, matcher, *words, answer);
    answer.suggestion = suggest(index_, request, plan, answer);
    answer.counted_only = request.count_only;
    if (request.collapse) {
      collapse(request, plan, matcher, *words, terms, answer);
    } else if (!request.count_only) {
      fill_hits(request, *words, terms, found.matches, answer);
    }
    return answer;
  }

  std::optional<Article> find_article(std::string_view id) const {
    const auto place = locate_article(index_, id);
    if (!place) return std::nullopt;
    return index_.segments()[place->first].article(place->second);
  }

 private:
  MatchList find(const SearchRequest& request, const Plan& plan, const Matcher& matcher,
                 const PlanNode& words, std::uint64_t wanted) const {
    if (request.count_only) {
      MatchList counted;
      counted.total = matcher.count(words);
      return counted;
    }
    if (request.sort == SortOrder::Oldest) {
      std::vector<Match> all = matcher.all(words, false);
      sort_oldest_first(all, matcher);
      return page_of(std::move(all), wanted);
    }
    if (!by_score(request, words)) return matcher.newest(words, wanted);
    if (request.recency_half_life > 0) {
      // All day long the same scores.
      const UnixSeconds now = resolve_date("today", request.clock).end;
      const auto by_recency = [&, now](const RankingDepth& depth) {
        std::vector<Match> all = matcher.all(words, true);
        sort_by_recency(all, matcher, request.recency_half_life, now);
        return page_of(std::move(all), depth.count);
      };
      return with_proximity(plan, matcher, wanted, by_recency);
    }
    return best(plan, matcher, words, wanted);
  }

  /// Without words there is nothing to be relevant to.
  static bool by_score(const SearchRequest& request, const PlanNode& words) {
    return request.sort == SortOrder::Relevance && words.kind != PlanNode::Kind::Empty;
  }

  MatchList best(const Plan& plan, const Matcher& matcher, const PlanNode& words,
                 std::uint64_t wanted) const {
    return with_proximity(plan, matcher, wanted,
                          [&](const RankingDepth& depth) { return matcher.best(words, depth); });
  }

  /// The best of `ranking(depth)` once words near each other count.
  template <typename RankingOf>
  MatchList with_proximity(const Plan& plan, const Matcher& matcher, std::uint64_t wanted,
                           RankingOf ranking) const {
    ProximityScorer proximity(index_, plan.proximity);
    if (!proximity.applies()) return ranking({wanted});
    MatchList found = ranking({std::max(wanted, kProximityDepth), wanted, proximity.most()});
    add_proximity(found, wanted, proximity, matcher);
    if (found.matches.size() > wanted) found.matches.resize(wanted);
    return found;
  }

  void count_over_all(const SearchRequest& request, const Matcher& matcher, const PlanNode& words,
                      Answer& answer) const {
    if (request.facets.empty() && request.timeline == TimelineUnit::None) return;
    const std::vector<Match> all = matcher.all(words, false);
    answer.total = all.size();
    answer.total_is_exact = true;
    for (const Field field : request.facets) {
      answer.facets.push_back(count_facet(index_, all, field));
    }
    if (request.timeline != TimelineUnit::None) {
      answer.timeline = make_timeline(index_, all, request.timeline, request.clock);
    }
  }

  void collapse(const SearchRequest& request, const Plan& plan, const Matcher& matcher,
                const PlanNode& words, const HighlightTerms& terms, Answer& answer) const {
    const std::vector<Match> all = matcher.all(words, false);
    answer.total = all.size();
    answer.total_is_exact = true;
    answer.collapsed = true;
    if (request.count_only || all.size() <= kCountedMatches) {
      answer.stories = count_stories(index_, all);
    }
    if (request.count_only) return;
    const auto ranking = [&](std::uint64_t count) {
      return find(request, plan, matcher, words, count).matches;
    };
    const std::vector<Story> stories =
        best_stories(index_, matcher, all, ranking, request.offset + request.limit);
    std::vector<Match> best;
    for (const Story& story : stories) best.push_back(story.best);
    fill_hits(request, words, terms, best, answer);
    for (std::size_t i = 0; i < answer.hits.size(); ++i) {
      add_copies(stories[request.offset + i].copies, answer.hits[i]);
    }
  }

  void add_copies(const std::vector<Match>& copies, Hit& hit) const {
    hit.copies = copies.size();
    for (std::size_t i = 0; i < std::min(copies.size(), kNamedCopies); ++i) {
      Article copy = index_.segments()[copies[i].segment].article(copies[i].article,
                                                                  ArticleParts::AllButBody);
      hit.copies_folded.push_back({std::move(copy.id), std::move(copy.headline),
                                   std::move(copy.source), std::move(copy.published)});
    }
  }

  void fill_hits(const SearchRequest& request, const PlanNode& words, const HighlightTerms& terms,
                 const std::vector<Match>& matches, Answer& answer) const {
    const ArticleParts parts = parts_for(request, terms);
    const bool shows_words = request.highlights || request.snippets > 0;
    std::map<std::size_t, SnippetMaker> snippets;
    answer.hits.reserve(matches.size());
    for (std::uint64_t i = request.offset; i < matches.size(); ++i) {
      const Segment& segment = index_.segments()[matches[i].segment];
      Hit& hit = answer.hits.emplace_back();
      hit.rank = i + 1;
      hit.score = matches[i].score;
      ArticleWords words_of_hit;
      hit.article =
          segment.article(matches[i].article, parts, shows_words ? &words_of_hit : nullptr);
      if (!shows_words) continue;
      SnippetMaker& maker =
          snippets.try_emplace(matches[i].segment, terms, matches[i].segment, segment.words())
              .first->second;
      add_snippets(request, maker, words_of_hit, hit);
    }
    if (request.explain) explain_hits(request, words, matches, answer);
  }

  static void add_snippets(const SearchRequest& request, SnippetMaker& maker,
                           const ArticleWords& words, Hit& hit) {
    if (request.highlights) hit.headline_highlights = maker.in_headline(hit.article, words);
    hit.snippets = request.context > 0
                       ? maker.contexts(hit.article, words, request.snippets, request.context)
                       : maker.passages(hit.article, words, request.snippets);
  }

  static ArticleParts parts_for(const SearchRequest& request, const HighlightTerms& terms) {
    const bool shows_other = request.snippets > 0 && !terms.other.empty();
    if (request.other || shows_other) return ArticleParts::All;
    return request.bodies || request.snippets > 0 ? ArticleParts::Story : ArticleParts::AllButBody;
  }

  void explain_hits(const SearchRequest& request, const PlanNode& words,
                    const std::vector<Match>& matches, Answer& answer) const {
    for (Hit& hit : answer.hits) {
      const Match& match = matches[hit.rank - 1];
      hit.explanation = explain_words(words, index_.segments()[match.segment], match.article);
      if (match.proximity > 0) {
        hit.explanation += explain_part(match.proximity, "words near each other");
      }
      if (request.recency_half_life > 0) {
        hit.explanation += explain_part(match.score, "is left of the sum for its age");
      }
    }
  }

  Index index_;
};

Searcher::Searcher(const std::filesystem::path& index_path)
    : impl_(std::make_unique<Impl>(index_path)) {}
Searcher::Searcher(Searcher&& other) noexcept = default;
Searcher& Searcher::operator=(Searcher&& other) noexcept = default;
Searcher::~Searcher() = default;

Answer Searcher::search(const SearchRequest& request) {
  try {
    impl_->refresh();
    return impl_->search(request);
  } catch (const Xapian::Error& e) {
    throw Error(ErrorKind::Index, "can't search the index: " + e.get_msg());
  }
}

std::optional<Article> Searcher::find_article(std::string_view id) {
  try {
    impl_->refresh();
    return impl_->find_article(id);
  } catch (const Xapian::Error& e) {
    throw Error(ErrorKind::Index, "can't search the index: " + e.get_msg());
  }
}

}  // namespace news
