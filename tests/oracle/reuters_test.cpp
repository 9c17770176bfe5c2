#include <filesystem>

#include "tests/catch.h"
#include "tests/oracle/agreement.h"

using namespace news;
using namespace news::test;

namespace {

const std::string kReuters = NEWS_SOURCE_DIR "/../shared/corpora/reuters21578";

/// Nothing when the corpus isn't there, as in a plain clone.
BuiltCorpus* reuters() {
  if (!std::filesystem::exists(kReuters)) {
    WARN("skipped: there is no " << kReuters);
    return nullptr;
  }
  static BuiltCorpus built(kReuters);
  return &built;
}

std::string disagreement_on(BuiltCorpus& built, const std::string& month) {
  MadeQuery made;
  made.request.on = month;
  return disagreement(built, made);
}

}  // namespace

TEST_CASE("Program and oracle agree on phrases, months and countries of Reuters-21578",
          "[oracle][reuters]") {
  BuiltCorpus* built = reuters();
  if (built == nullptr) return;
  for (const char* phrase : {"\"interest rates\"", "\"prime minister\"", "\"bank of england\"",
                             "\"of the year\"", "=\"interest rate\"", "\"the federal reserve\""}) {
    CHECK(disagreement(*built, phrase) == "");
  }
  for (const char* month : {"1987-02", "1987-03", "1987-06", "1987", "1987-03-17"}) {
    CHECK(disagreement_on(*built, month) == "");
  }
  for (const char* country : {"country:JP", "about-country:GB", "country:\"West Germany\"",
                              "-country:US", "dateline-country:FR"}) {
    CHECK(disagreement(*built, country) == "");
  }
}

TEST_CASE("Program and oracle agree on queries made from Reuters-21578", "[oracle][reuters]") {
  BuiltCorpus* built = reuters();
  if (built == nullptr) return;
  const std::size_t queries = number_from_environment("NEWS_ORACLE_REUTERS_QUERIES", 200);
  QueryMaker maker(built->corpus(), number_from_environment("NEWS_ORACLE_SEED", 1));
  for (std::size_t i = 0; i < queries; ++i) CHECK(disagreement(*built, maker.next()) == "");
}
