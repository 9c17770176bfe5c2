#include "searcher/match/any_words.h"

#include <string>
#include <vector>

#include "searcher/query/parse_query.h"
#include "tests/catch.h"

using namespace news;

namespace {

std::vector<std::string> texts(const std::string& query) {
  std::vector<std::string> out;
  for (const QueryNode& node : split_any_words(parse_plain_words(query).children)) {
    out.push_back(node.text);
  }
  return out;
}

}  // namespace

TEST_CASE("Compounds are their words when any word is enough", "[any_words]") {
  CHECK(texts("the U.S.-led force") == std::vector<std::string>{"the", "U.S", "led", "force"});
  CHECK(texts("AT&T https://t.co/x") ==
        std::vector<std::string>{"AT", "T", "https", "co", "x"});
  CHECK(texts("& oil") == std::vector<std::string>{"&", "oil"});
}

TEST_CASE("Runs of ideographs are their pairs when any word is enough", "[any_words]") {
  CHECK(texts("北京冬奥 会") == std::vector<std::string>{"北京", "京冬", "冬奥", "会"});
  CHECK(texts("2026年冬 x") == std::vector<std::string>{"2026", "年冬", "x"});
}

TEST_CASE("A word that comes again counts less than twice", "[any_words]") {
  const auto words = split_any_words(parse_plain_words("oil gas Oil OIL").children);
  REQUIRE(words.size() == 2);
  CHECK(words[0].boost == Approx(1.8));
  CHECK(words[1].boost == 1);
}

TEST_CASE("Phrases, fields and other operators stay whole", "[any_words]") {
  const QueryNode query = parse_query("\"a-b c\" source:x-y headline:p-q =r-s t*");
  const auto parts = split_any_words(query.children);
  REQUIRE(parts.size() == 6);
  CHECK(parts[0].text == "a-b c");
  CHECK(parts[1].text == "x-y");
  CHECK(parts[2].text == "p");
  CHECK(parts[2].field == Field::Headline);
  CHECK(parts[4].text == "r-s");
}
