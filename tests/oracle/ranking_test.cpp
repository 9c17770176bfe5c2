#include <algorithm>
#include <functional>

#include "tests/catch.h"
#include "tests/oracle/agreement.h"
#include "tests/oracle/programs.h"

using namespace news;
using namespace news::test;

namespace {

const std::vector<std::string> kQueries = {
    "strike",        "port strike",          "the",           "the OR of",
    "\"port strike\"", "bank -river",        "headline:strike", "country:KE",
    "str* OR bank~", "dock NEAR/10 workers", "=the OR 2026",  "the strike^5 OR said",
    "date:none",     "-zzz",                 "大 OR strike"};

Answer search(const std::string& query, const std::function<void(SearchRequest&)>& change) {
  MadeQuery made;
  made.text = query;
  SearchRequest request = program_request(made, made.request);
  change(request);
  return sample_corpus().searcher().search(request);
}

Answer search(const std::string& query) {
  return search(query, [](SearchRequest&) {});
}

/// True when `a` stands before `b` among equals: dated, then newer, then by id.
bool is_newer(const Article& a, const Article& b) {
  if (a.published.known() != b.published.known()) return a.published.known();
  if (a.published.known() && a.published.seconds != b.published.seconds) {
    return a.published.seconds > b.published.seconds;
  }
  return a.id < b.id;
}

std::vector<std::string> ids_of(const Answer& answer) {
  std::vector<std::string> ids;
  for (const Hit& hit : answer.hits) ids.push_back(hit.article.id);
  return ids;
}

std::string without_time(const std::string& json) {
  std::string out;
  for (std::string_view rest = json; !rest.empty();) {
    const std::size_t at = std::min(rest.find("\"took_ms\":"), rest.size());
    out += rest.substr(0, at);
    rest.remove_prefix(at);
    rest.remove_prefix(std::min(rest.find(','), rest.size()));
  }
  return out;
}

}  // namespace

TEST_CASE("Scores never rise, and ties go to the newer article, then to the smaller id",
          "[oracle][ranking]") {
  for (const std::string& query : kQueries) {
    INFO(query);
    const Answer answer = search(query);
    std::size_t wrong = 0;
    for (std::size_t i = 1; i < answer.hits.size(); ++i) {
      const Hit& before = answer.hits[i - 1];
      const Hit& hit = answer.hits[i];
      const bool tie = before.score == hit.score;
      if (tie ? !is_newer(before.article, hit.article) : before.score < hit.score) ++wrong;
      if (hit.rank != i + 1) ++wrong;
    }
    CHECK(wrong == 0);
    CHECK(answer.hits.size() == answer.total);
  }
}

TEST_CASE("Pages of every size put together are the whole answer", "[oracle][ranking]") {
  for (const std::string& query : kQueries) {
    const Answer whole = search(query);
    for (const SortOrder sort : {SortOrder::Relevance, SortOrder::Newest, SortOrder::Oldest}) {
      const auto all = search(query, [&](SearchRequest& r) { r.sort = sort; });
      for (const std::uint64_t size : {1, 7, 50}) {
        std::vector<std::string> ids;
        const std::size_t last = size == 1 ? 12 : all.hits.size();
        for (std::uint64_t at = 0; at < last; at += size) {
          const Answer page = search(query, [&](SearchRequest& r) {
            r.sort = sort;
            r.offset = at;
            r.limit = size;
          });
          CHECK((!page.total_is_exact || page.total == whole.total));
          for (const Hit& hit : page.hits) ids.push_back(hit.article.id);
        }
        std::vector<std::string> expected = ids_of(all);
        if (size == 1) expected.resize(std::min(expected.size(), last));
        INFO(query << ", pages of " << size << ", order " << static_cast<int>(sort));
        CHECK(ids == expected);
      }
    }
  }
}

TEST_CASE("Newest and oldest first hold the same articles in order, undated ones last",
          "[oracle][ranking]") {
  for (const std::string& query : kQueries) {
    INFO(query);
    const auto sorted = [&](SortOrder order) {
      return search(query, [&](SearchRequest& r) { r.sort = order; });
    };
    std::vector<Article> expected;
    for (const Hit& hit : search(query).hits) expected.push_back(hit.article);
    const auto ids = [&] {
      std::vector<std::string> out;
      for (const Article& article : expected) out.push_back(article.id);
      return out;
    };
    std::sort(expected.begin(), expected.end(), is_newer);
    CHECK(ids_of(sorted(SortOrder::Newest)) == ids());
    std::sort(expected.begin(), expected.end(), [](const Article& a, const Article& b) {
      const bool dated = a.published.known() && b.published.known();
      if (dated && a.published.seconds != b.published.seconds) {
        return a.published.seconds < b.published.seconds;
      }
      return is_newer(a, b);
    });
    CHECK(ids_of(sorted(SortOrder::Oldest)) == ids());
  }
}

TEST_CASE("Any of the words finds all that all of them find", "[oracle][ranking]") {
  for (const char* query : {"port strike", "dengue vaccine trial", "\"port strike\" mombasa",
                            "bank river country:BD", "strike -port"}) {
    const std::vector<std::string> all = ids_of(search(query));
    const std::vector<std::string> any =
        ids_of(search(query, [](SearchRequest& r) { r.any_word = true; }));
    for (const std::string& id : all) {
      INFO(query << ": " << id);
      CHECK(std::find(any.begin(), any.end(), id) != any.end());
    }
  }
}

TEST_CASE("Builds with 1 and with 4 threads give the same bytes", "[oracle][ranking]") {
  TempFolder folder;
  std::string queries;
  for (const std::string& query : kQueries) queries += query + "\n";
  write_bytes(folder / "queries", queries);
  std::vector<std::string> answers;
  for (const char* jobs : {"1", "4"}) {
    const std::string home = folder / (std::string("with ") + jobs + " threads");
    std::filesystem::create_directory(home);
    const ProgramRun build = run_program(
        "newsindex", {"build", NEWS_SOURCE_DIR "/sample_corpus", "--jobs", jobs}, home);
    REQUIRE(build.exit_code == 0);
    const ProgramRun run = run_program(
        "newssearch", {"--batch", "../queries", "--json", "-n", "1000", "--facet", "country"},
        home);
    CHECK(run.exit_code == 0);
    answers.push_back(without_time(run.output));
  }
  CHECK(answers[0].size() > 100'000);
  CHECK((answers[0] == answers[1]));
}
