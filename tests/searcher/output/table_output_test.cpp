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
