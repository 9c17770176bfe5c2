#include "common/base/text.h"
#include "tests/catch.h"
#include "tests/oracle/agreement.h"

using namespace news;
using namespace news::test;

TEST_CASE("Program and oracle agree on the judged queries of the sample corpus", "[oracle]") {
  BuiltCorpus& built = sample_corpus();
  const std::string queries = read_bytes(NEWS_SOURCE_DIR "/sample_corpus/queries.tsv");
  for (const std::string_view line : split(queries, '\n')) {
    const std::size_t tab = line.find('\t');
    if (tab == std::string_view::npos) continue;
    CHECK(disagreement(built, std::string(line.substr(tab + 1))) == "");
  }
}

TEST_CASE("Program and oracle agree on every frequent word and pair of words", "[oracle]") {
  BuiltCorpus& built = sample_corpus();
  for (const char* word : {"the", "of", "a", "strike", "striking", "struck", "pressures", "banks",
                           "elected", "U.S.", "EU", "2026", "cyber", "大", "streik", "grève"}) {
    CHECK(disagreement(built, word) == "");
    CHECK(disagreement(built, "=" + std::string(word)) == "");
    CHECK(disagreement(built, "headline:" + std::string(word)) == "");
    CHECK(disagreement(built, "lead:" + std::string(word)) == "");
    CHECK(disagreement(built, "-" + std::string(word)) == "");
  }
}

TEST_CASE("Program and oracle agree on what was stripped from pages", "[oracle]") {
  BuiltCorpus& built = sample_corpus();
  for (const char* words :
       {"most", "=Reads", "market OR politics", "\"most read\"", "=\"read most\"", "subscrib*",
        "mombsa~", "1 NEAR/3 port", "news PARA sport", "热门文章", "文章 登革热", "\"高铁隧道\"",
        "文川", "atleast/2(the)", "privacy -terms"}) {
    const std::string query(words);
    CHECK(disagreement(built, "zone:other(" + query + ")") == "");
    CHECK(disagreement(built, query + " zone:other language:en") == "");
    CHECK(disagreement(built, "port -zone:other(" + query + ")") == "");
    CHECK(disagreement(built, "(zone:other " + query + ") OR headline:port") == "");
    CHECK(disagreement(built, query) == "");
  }
}

TEST_CASE("Program and oracle agree on queries made from the sample corpus", "[oracle]") {
  BuiltCorpus& built = sample_corpus();
  const std::size_t queries = number_from_environment("NEWS_ORACLE_QUERIES", 2000);
  const std::size_t seed = number_from_environment("NEWS_ORACLE_SEED", 1);
  QueryMaker maker(built.corpus(), seed);
  std::size_t with_hits = 0;
  for (std::size_t i = 0; i < queries; ++i) {
    MadeQuery made = maker.next();
    CHECK(disagreement(built, made) == "");
    SearchRequest request = program_request(made, made.request);
    request.count_only = true;
    with_hits += built.searcher().search(request).total > 0 ? 1 : 0;
  }
  // Queries that find nothing prove little.
  CHECK(with_hits * 2 > queries);
}
