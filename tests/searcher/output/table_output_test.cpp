#include "searcher/output/table_output.h"

#include "tests/catch.h"
#include "tests/searcher/output/sample_answer.h"

TEST_CASE("CSV quotes what RFC 4180 says", "[output]") {
  const auto fields = news::parse_hit_fields("rank,score,id,headline,countries,dateline,snippets");
  CHECK(news::csv_header(fields, false) ==
        "rank,score,id,headline,countries,dateline,snippets\r\n");
  CHECK(news::csv_header(fields, true).substr(0, 11) == "query,rank,");
  CHECK(news::csv_rows(news::sample_answer(), fields, {}) ==
        "1,7.25,lima 1,\"Oil, \"\"gas\"\" and\x1b[31m pressure\",PE; US,\"LIMA, Feb 4\","
        "\"Prices of oil rose\nin Lima.\"\r\n"
        "2,1,bare,,,,\r\n");
  CHECK(news::csv_rows(news::sample_answer(), news::parse_hit_fields("id"), "q,1") ==
        "\"q,1\",lima 1\r\n\"q,1\",bare\r\n");
}

TEST_CASE("CSV guards against formulas and terminals where it is asked to", "[output]") {
  news::Answer answer = news::sample_answer();
  const auto rows = [&](const std::string& headline, const news::CsvStyle& style) {
    answer.hits.resize(1);
    answer.hits[0].article.headline = headline;
    return news::csv_rows(answer, news::parse_hit_fields("headline"), {}, style);
  };
  const news::CsvStyle guarded = {.guard_formulas = true};
  CHECK(rows("=1+1", {}) == "=1+1\r\n");
  for (const char* formula : {"=1+1", "+1", "-1", "@A1", "＝1+1", "＠A1"}) {
    CHECK(rows(formula, guarded) == "'" + std::string(formula) + "\r\n");
  }
  CHECK(rows("\t=1", guarded) == "'\t=1\r\n");
  CHECK(rows("=A1,\"B\"", guarded) == "\"'=A1,\"\"B\"\"\"\r\n");
  CHECK(rows("1-1=0", guarded) == "1-1=0\r\n");
  CHECK(rows("\x1b[2J\u202e=1", {.guard_formulas = true, .for_terminal = true}) ==
        "[2J=1\r\n");
}

TEST_CASE("Tab-separated values hold no tab, line end or escape", "[output]") {
  CHECK(news::tab_rows(news::sample_answer(), news::parse_hit_fields("id,headline,snippets"), {}) ==
        "lima 1\tOil, \"gas\" and[31m pressure\tPrices of oil rose in Lima.\n"
        "bare\t\t\n");
}

TEST_CASE("TREC lines have six columns whatever the ids", "[output]") {
  CHECK(news::trec_rows(news::sample_answer(), "q1", "my run") ==
        "q1 Q0 lima_1 1 7.250000 my_run\n"
        "q1 Q0 bare 2 1.000000 my_run\n");
}
