#include <string>

#include "common/analysis/word_forms.h"
#include "common/index/index.h"
#include "common/index/schema.h"
#include "indexer/pipeline/build.h"
#include "tests/catch.h"
#include "tests/support.h"

namespace news {
namespace {

constexpr const char* kScripts =
    R"({"id":"zh","headline":"新华社北京电","body":"东京でＡＰＥＣ会議。\n第二段。","language":"zh"})"
    "\n"
    R"({"id":"th","headline":"ราคาน้ำมัน","body":"ราคาน้ำมันดิบ ÉLYSÉE",)"
    R"("captions":["เรือ A ship. At sea"],"language":"th"})"
    "\n";

/// A token as a test compares it; nothing stands before the first one.
std::string described(const TextWords& words, std::size_t i) {
  const Token& token = words.tokens[i];
  return std::to_string(token.begin) + "-" + std::to_string(token.end) + " " +
         std::to_string(i == 0 ? 0 : static_cast<int>(token.before)) + (token.ideograph ? "i" : "");
}

/// Checks words of an article's text against the text; returns how many there are.
std::size_t check_words(const Segment& segment, const std::string& text, const TextWords& words) {
  CAPTURE(text);
  TextWords expected;
  tokenize(text, expected.tokens);
  REQUIRE(words.tokens.size() == expected.tokens.size());
  REQUIRE(words.numbers.size() == expected.tokens.size());
  for (std::size_t i = 0; i < words.tokens.size(); ++i) {
    const Token& token = words.tokens[i];
    const std::string word = segment.words().word(words.numbers[i]).spelling;
    if (described(words, i) == described(expected, i) &&
        without_mark(word) == spelling_of(text.substr(token.begin, token.end - token.begin))) {
      continue;
    }
    CHECK(described(words, i) == described(expected, i));
    CHECK(word == spelling_of(text.substr(token.begin, token.end - token.begin)));
  }
  return words.tokens.size();
}

}  // namespace

TEST_CASE("The words of an article are those that its texts are cut into", "[index]") {
  const test::TempFolder folder;
  test::write_bytes(folder / "scripts.jsonl", kScripts);
  BuildOptions options;
  options.corpus = {NEWS_SOURCE_DIR "/sample_corpus", (folder / "scripts.jsonl").string()};
  build_index(folder / "index", options);
  const Index index(folder / "index");
  std::size_t in_captions = 0;
  std::size_t in_other = 0;
  for (const Segment& segment : index.segments()) {
    for (std::uint64_t number = 1; number <= segment.size(); ++number) {
      ArticleWords words;
      const Article article = segment.article(number, ArticleParts::All, &words);
      check_words(segment, article.headline, words.headline);
      check_words(segment, article.summary, words.summary);
      check_words(segment, article.body, words.body);
      in_other += check_words(segment, article.other, words.other);
      REQUIRE(words.captions.size() == article.captions.size());
      for (std::size_t i = 0; i < words.captions.size(); ++i) {
        in_captions += check_words(segment, article.captions[i], words.captions[i]);
      }
    }
  }
  CHECK(in_captions > 0);
  CHECK(in_other > 0);
}

}  // namespace news
