#include "searcher/output/json_output.h"

#include "common/base/error.h"
#include "tests/catch.h"
#include "tests/searcher/output/sample_answer.h"

namespace {

constexpr const char* kBareHit =
    R"({"rank":2,"score":1.0,"id":"bare","headline":null,"summary":null,)"
    R"("dateline":{"text":null,"place":null,"country":null,"agency":null},"countries":[],)"
    R"("published":null,"published_precision":null,"updated":null,"source":null,"agency":null,)"
    R"("authors":[],"section":null,"language":null,"url":null,"source_path":null,"snippets":[],)"
    R"("headline_highlights":[],"copies":0,"copies_folded":[]})";

constexpr const char* kFullHit =
    R"({"rank":1,"score":7.25,"id":"lima 1","headline":"Oil, \"gas\" and\u001b[31m pressure",)"
    R"("summary":"A summary","dateline":{"text":"LIMA, Feb 4","place":"Lima","country":"PE",)"
    R"("agency":"Reuters"},"countries":["PE","US"],"published":"2026-02-04T10:10:00Z",)"
    R"("published_precision":"minute","updated":null,"source":"example.org","agency":"Reuters",)"
    R"("authors":["A. Writer","B. Writer"],"section":"world","language":"en",)"
    R"("url":"https://example.org/1","source_path":"corpus/1.html",)"
    R"("snippets":[{"text":"Prices of oil rose\nin Lima.","highlights":[[10,13]],"field":"body"}],)"
    R"("headline_highlights":[[0,3]],"copies":2,"copies_folded":[{"id":"copy","headline":null,)"
    R"("source":"example.com","published":"2026-02-04"}]})";

constexpr const char* kBefore =
    R"({"schema":"newssearch/1","id":"q7","query":{"text":"oil","understood":"oil","match":"all",)"
    R"("relaxed":false,"phrases":"inflected"},"filters":{"after":["2026"],"country":["PE","-FR"]},)"
    R"("index":{"path":"news.index","generation":3,"articles":100},)"
    R"("total":{"value":12,"relation":"exact"},"undated":1,"took_ms":0.5,)";

constexpr const char* kAfter = R"("facets":{},"timeline":[],"suggestion":null})";

}  // namespace

TEST_CASE("JSON lines have every field of a hit, null or empty when unknown", "[output]") {
  const news::Answer answer = news::sample_answer();
  CHECK(news::hit_json_line(answer.hits[0], {}) == std::string(kFullHit) + "\n");
  CHECK(news::hit_json_line(answer.hits[1], {}) == std::string(kBareHit) + "\n");
}

TEST_CASE("JSON answers have every key of the schema", "[output]") {
  const news::Answer answer = news::sample_answer();
  CHECK(news::answer_json(answer, {{}, true}, "q7") ==
        std::string(kBefore) + "\"hits\":[" + kFullHit + "," + kBareHit + "]," + kAfter + "\n");
}

TEST_CASE("JSON of a count has no hits, and shows facets and timeline", "[output]") {
  news::Answer answer = news::sample_answer();
  answer.hits.clear();
  answer.counted_only = true;
  answer.facets = {{"country", {{"PE", 7}, {"US", 5}}}};
  answer.timeline = {{"2026-02", 12, 80}};
  answer.suggestion = "oils";
  CHECK(news::answer_json(answer, {{}, true}, "q7") ==
        std::string(kBefore) +
            R"("facets":{"country":[{"value":"PE","count":7},{"value":"US","count":5}]},)"
            R"("timeline":[{"start":"2026-02","count":12,"total":80}],"suggestion":"oils"})"
            "\n");
}

TEST_CASE("Named fields come alone and in the order given", "[output]") {
  const news::Answer answer = news::sample_answer();
  CHECK(
      news::hit_json_line(answer.hits[0], {news::parse_hit_fields("source, id,keywords"), true}) ==
      "{\"source\":\"example.org\",\"id\":\"lima 1\",\"keywords\":[]}\n");
  CHECK_THROWS_WITH(news::parse_hit_fields("id,sorce"),
                    "unknown field 'sorce' in --fields; did you mean 'source'?");
  CHECK_THROWS_AS(news::parse_hit_fields(""), news::Error);
}

TEST_CASE("A bad byte costs one character, not the answer", "[output]") {
  news::Answer answer = news::sample_answer();
  answer.hits[1].article.id = "a\xff";
  CHECK(news::hit_json_line(answer.hits[1], {news::parse_hit_fields("id"), true}) ==
        "{\"id\":\"a\uFFFD\"}\n");
}
