#include "common/index/fingerprint.h"

#include <bit>
#include <random>
#include <vector>

#include "tests/catch.h"

namespace {

using Words = std::vector<std::uint64_t>;

std::uint64_t fingerprint_of(const Words& body, const Words& headline = {}) {
  news::FingerprintMaker maker;
  for (const std::uint64_t word : headline) maker.add_headline_word(word);
  for (const std::uint64_t word : body) maker.add_body_word(word);
  return maker.fingerprint();
}

Words random_words(std::mt19937_64& random, std::size_t count) {
  Words words(count);
  for (std::uint64_t& word : words) word = random();
  return words;
}

}  // namespace

TEST_CASE("Bits that differ tell the share of word pairs that two bodies have in common",
          "[fingerprint]") {
  std::mt19937_64 random(7);
  // 200 words, the last 50 of them replaced: of 2 * 199 - 149 different pairs 149 are common.
  const double expected = 32 * (1 - 149.0 / 249.0);
  double sum = 0;
  constexpr int kTexts = 400;
  for (int i = 0; i < kTexts; ++i) {
    Words body = random_words(random, 200);
    const std::uint64_t before = fingerprint_of(body);
    for (std::size_t w = 150; w < body.size(); ++w) body[w] = random();
    sum += std::popcount(before ^ fingerprint_of(body));
  }
  CHECK(sum / kTexts == Approx(expected).margin(1.0));
}

TEST_CASE("A headline doesn't change the fingerprint of a long body", "[fingerprint]") {
  std::mt19937_64 random(8);
  const Words body = random_words(random, news::kFewestFingerprintWords);
  CHECK(fingerprint_of(body, {1, 2}) == fingerprint_of(body));
}

TEST_CASE("A short body is told by every word and by its headline", "[fingerprint]") {
  std::mt19937_64 random(9);
  Words body = random_words(random, news::kFewestFingerprintWords - 1);
  const std::uint64_t same = fingerprint_of(body, {1, 2});
  CHECK(same == fingerprint_of(body, {1, 2}));
  CHECK(std::popcount(same ^ fingerprint_of(body, {1, 3})) > 12);
  body.back() += 1;
  CHECK(std::popcount(same ^ fingerprint_of(body, {1, 2})) > 12);
}

TEST_CASE("An article without a body has no fingerprint, any other has one", "[fingerprint]") {
  CHECK(fingerprint_of({}, {1, 2, 3}) == 0);
  CHECK(fingerprint_of({0}) != 0);
  CHECK(fingerprint_of(Words(500, 42)) != 0);
}
