#include <xapian.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "common/index/index.h"
#include "searcher/match/compile.h"
#include "searcher/match/flat_match.h"
#include "searcher/match/matcher.h"
#include "searcher/match/plan.h"
#include "searcher/match/search.h"
#include "searcher/query/parse_query.h"
#include "tests/catch.h"
#include "tests/oracle/agreement.h"
#include "tests/oracle/programs.h"
#include "tests/oracle/query_maker.h"

using namespace news;
using namespace news::test;

namespace {

/// Every match with its score, by Xapian without any skipping.
std::map<std::uint32_t, double> by_xapian(const Index& index, const Plan& plan,
                                          const PlanNode& words) {
  const Segment& segment = index.segments()[0];
  Xapian::Enquire enquire(segment.postings());
  enquire.set_query(compile(plan, words, segment, 0, DateFilter::InRange));
  enquire.set_weighting_scheme(Xapian::CoordWeight());
  const auto all = static_cast<Xapian::doccount>(segment.size());
  const Xapian::MSet found = enquire.get_mset(0, all, all);
  std::map<std::uint32_t, double> scores;
  for (auto it = found.begin(); it != found.end(); ++it) scores[*it] = it.get_weight();
  return scores;
}

bool same(const std::vector<Scored>& found, const std::map<std::uint32_t, double>& expected) {
  if (found.size() != expected.size()) return false;
  return std::all_of(found.begin(), found.end(), [&](const Scored& one) {
    const auto other = expected.find(one.article);
    // Sums of the same numbers in another order.
    return other != expected.end() && std::abs(other->second - one.score) < 1e-9;
  });
}

bool is_head(const std::vector<Scored>& head, std::vector<Scored> all, std::size_t count) {
  std::stable_sort(all.begin(), all.end(),
                   [](const Scored& a, const Scored& b) { return a.score > b.score; });
  all.resize(std::min(all.size(), count));
  return std::equal(head.begin(), head.end(), all.begin(), all.end(),
                    [](const Scored& a, const Scored& b) {
                      return a.article == b.article && a.score == b.score;
                    });
}

}  // namespace

TEST_CASE("A flat query finds and scores what Xapian finds and scores", "[oracle][ranking]") {
  BuiltCorpus& built = sample_corpus();
  const Index index(built.index());
  QueryMaker maker(built.corpus(), 20260204);
  std::size_t flat_queries = 0;
  for (std::size_t i = 0; i < number_from_environment("NEWS_FLAT_QUERIES", 600); ++i) {
    const MadeQuery made = maker.next();
    const SearchRequest request = program_request(made, made.request);
    const Plan plan = make_plan(index, request);
    const auto flat = flatten(plan, plan.query, DateFilter::InRange);
    if (!flat) continue;
    ++flat_queries;
    INFO(made.text);
    const Segment& segment = index.segments()[0];
    const auto matcher = [&] { return FlatMatcher(segment, 0, plan.clock, *flat, true); };
    const std::vector<Scored> all = matcher().all();
    CHECK(same(all, by_xapian(index, plan, plan.query)));
    CHECK(is_head(matcher().best({10}).found, all, 10));
    CHECK(matcher().count() == all.size());
    const FlatMatches first = matcher().first(3);
    REQUIRE(first.found.size() == std::min<std::size_t>(3, all.size()));
    for (std::size_t n = 0; n < first.found.size(); ++n) {
      CHECK(first.found[n].article == all[n].article);
    }
  }
  CHECK(flat_queries > 100);
}

TEST_CASE("Territories that a query names add to what matches, and to nothing else",
          "[oracle][ranking]") {
  const TempFolder folder;
  std::string lines;
  const auto add = [&](const std::string& id, const std::string& body) {
    lines += R"({"id":")" + id + R"(","headline":"Notes","body":")" + body +
             R"(","language":"en"})" + "\n";
  };
  add("name", "The budget of France was late. Ministers met again.");
  add("people", "The budget of France was late. French ministers met again.");
  add("other", "The budget was late. French ministers met again, the French said.");
  add("us", "They told us that the budget was late.");
  add("acronym", "They told the US that the budget was late.");
  add("states", "They told the United States that the budget was late.");
  for (int n = 0; n < 9; ++n) add("rest" + std::to_string(n), "Rain fell on the quay for hours.");
  write_bytes(folder / "few.jsonl", lines);
  REQUIRE(run_program("newsindex", {"build", (folder / "few.jsonl").string(), "-i",
                                    (folder / "index").string()})
              .exit_code == 0);
  const Index index(folder / "index");
  const auto ids = [&](const std::string& text, bool any) {
    SearchRequest request;
    request.query = parse_query(text);
    request.any_word = any;
    const Plan plan = make_plan(index, request);
    const PlanNode& words = any ? plan.any : plan.query;
    const auto flat = flatten(plan, words, DateFilter::InRange);
    REQUIRE(flat);
    FlatMatcher matcher(index.segments()[0], 0, plan.clock, *flat, true);
    CHECK(same(matcher.all(), by_xapian(index, plan, words)));
    std::vector<std::string> found;
    for (const Scored& one : FlatMatcher(index.segments()[0], 0, plan.clock, *flat, true)
                                 .best({100})
                                 .found) {
      found.push_back(index.segments()[0].article(one.article).id);
    }
    return found;
  };
  using Ids = std::vector<std::string>;
  CHECK(ids("france", false) == Ids{"people", "name"});
  CHECK(ids("france budget", false) == Ids{"people", "name"});
  CHECK(ids("\"france was\"", false) == Ids{"people", "name"});
  CHECK(ids("budget -french france", false) == Ids{"name"});
  CHECK(ids("france budget", true).size() == 6);
  CHECK(ids("france late", true)[2] == "other");
  // Who is told is no pronoun.
  const Ids told = ids("told united states US", true);
  REQUIRE(told.size() == 3);
  CHECK(told[0] == "states");
  CHECK(told[1] == "acronym");
  CHECK(told[2] == "us");
  CHECK(ids("told us", false).size() == 2);
}

TEST_CASE("Of many candidates for a phrase those that may be hits are looked at", "[ranking]") {
  // Scores differ, and one article in nine has the phrase.
  std::string lines;
  for (int n = 0; n < 3000; ++n) {
    std::string body = n % 9 == 0 ? "The velvet okapi slept." : "The okapi slept on velvet then.";
    for (int more = n * 7 % 31; more > 0; --more) {
      body += more % 3 == 0 ? " A velvet rug." : " An okapi dreams.";
    }
    lines += R"({"id":")" + std::to_string(n) + R"(","headline":"Zoo","body":")" + body +
             R"(","language":"en"})" + "\n";
  }
  const TempFolder folder;
  write_bytes(folder / "zoo.jsonl", lines);
  REQUIRE(run_program("newsindex", {"build", (folder / "zoo.jsonl").string(), "-i",
                                    (folder / "index").string()})
              .exit_code == 0);
  const Index index(folder / "index");
  SearchRequest request;
  request.query = parse_query("\"velvet okapi\"");
  const Plan plan = make_plan(index, request);
  const auto flat = flatten(plan, plan.query, DateFilter::InRange);
  REQUIRE(flat);
  const auto matcher = [&] { return FlatMatcher(index.segments()[0], 0, plan.clock, *flat, true); };
  const std::vector<Scored> all = matcher().all();
  REQUIRE(all.size() == 334);
  bool left_some_out = false;
  for (const double added : {0.0, 0.1, 0.5, 1.0, 100.0}) {
    const FlatMatches best = matcher().best({100, 10, added});
    REQUIRE(best.found.size() >= 10);
    CHECK(is_head(best.found, all, best.found.size()));
    CHECK(best.total <= all.size());
    left_some_out = left_some_out || best.found.size() < 100;
    for (const Scored& one : all) {
      const bool found = !is_better(best.found.back(), one);
      CHECK((found || best.found.size() == 100 || one.score + added < best.found[9].score));
    }
  }
  CHECK(left_some_out);
  CHECK(matcher().best({400}).total == all.size());
  request.limit = 1;
  const Answer answer = Searcher(folder / "index").search(request);
  CHECK(answer.hits.size() == 1);
  CHECK(answer.total > kFewMatches);
}
