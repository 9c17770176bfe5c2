#include "searcher/match/phrase_scan.h"

#include <algorithm>
#include <random>

#include "common/base/varint.h"
#include "common/index/token_stream.h"
#include "tests/catch.h"

using namespace news;

namespace {

std::string word(std::uint32_t number) {
  std::string code;
  put_varint(code, kFirstWordCode + std::uint64_t{number});
  return code;
}

std::string words(const std::vector<std::uint32_t>& numbers) {
  std::string codes(1, static_cast<char>(kFieldMark));
  for (const std::uint32_t number : numbers) codes += word(number);
  return codes;
}

bool stands_in(const PhraseScan::Places& places, const std::vector<std::uint32_t>& numbers) {
  for (std::size_t at = 0; at + places.size() <= numbers.size(); ++at) {
    bool whole = true;
    for (std::size_t i = 0; i < places.size(); ++i) {
      const auto& place = places[i];
      whole = whole && std::binary_search(place.begin(), place.end(), numbers[at + i]);
    }
    if (whole) return true;
  }
  return false;
}

}  // namespace

TEST_CASE("A phrase is found wherever it stands, among words of one byte and of many", "[match]") {
  std::mt19937 random(7);
  // Numbers around the places where codes grow by a byte.
  const std::vector<std::uint32_t> numbers = {0,     1,     115,   116,    127,    244,
                                              16371, 16372, 16500, 2097139, 2097140, 1u << 30};
  const auto some = [&] { return numbers[random() % numbers.size()]; };
  std::size_t found = 0;
  for (int i = 0; i < 20000; ++i) {
    PhraseScan::Places places(1 + random() % 3);
    for (auto& place : places) {
      for (std::size_t n = 1 + random() % 2; n > 0; --n) place.push_back(some());
      std::sort(place.begin(), place.end());
    }
    // Short ones, and some of several blocks.
    std::vector<std::uint32_t> article(random() % (i % 4 == 0 ? 80 : 12));
    for (std::uint32_t& number : article) number = some();
    const bool expected = stands_in(places, article);
    if (PhraseScan(places).is_in(words(article)) != expected) {
      INFO("phrase " << i);
      REQUIRE(PhraseScan(places).is_in(words(article)) == expected);
    }
    found += expected ? 1 : 0;
  }
  CHECK(found > 2000);
}

TEST_CASE("A phrase runs over sentences and paragraphs but not from one field into another",
          "[match]") {
  const PhraseScan scan({{5}, {700}});
  const std::string sentence(1, static_cast<char>(kSentenceMark));
  const std::string paragraph(1, static_cast<char>(kParagraphMark));
  const std::string field(1, static_cast<char>(kFieldMark + 5));
  CHECK(scan.is_in(word(5) + sentence + word(700)));
  CHECK(scan.is_in(word(5) + paragraph + word(700)));
  CHECK_FALSE(scan.is_in(word(5) + field + word(700)));
  CHECK_FALSE(scan.is_in(word(5) + word(1) + word(700)));
  CHECK_FALSE(scan.is_in(word(700) + word(5)));
  CHECK_FALSE(scan.is_in(""));
}

TEST_CASE("A phrase of words that each have too many forms is not scanned for", "[match]") {
  std::vector<std::uint32_t> many(PhraseScan::kMostForms + 1);
  for (std::uint32_t i = 0; i < many.size(); ++i) many[i] = i;
  CHECK_FALSE(PhraseScan({many, many}).is_possible());
  CHECK_FALSE(PhraseScan({many, {}}).is_possible());
  CHECK(PhraseScan({many, {3}}).is_possible());
}
