#include "common/analysis/tokenizer.h"

#include <cstdint>
#include <string>

#include "common/analysis/word_forms.h"
#include "common/base/text.h"
#include "tests/catch.h"

using namespace news;

namespace {

/// Tokens joined by blanks, with '|' for a sentence break and '¶' for a paragraph.
std::string cut(std::string_view text) {
  std::vector<Token> tokens;
  tokenize(text, tokens);
  std::string out;
  for (const Token& token : tokens) {
    if (!out.empty()) out += ' ';
    if (token.before == Break::Sentence) out += "| ";
    if (token.before == Break::Paragraph) out += "¶ ";
    out += text.substr(token.begin, token.end - token.begin);
  }
  return out;
}

}  // namespace

TEST_CASE("tokenize cuts words at blanks, hyphens and punctuation", "[tokenizer]") {
  CHECK(cut("state-of-the-art ports, (re)opened") == "state of the art ports re opened");
  CHECK(cut("") == "");
  CHECK(cut(" -- ... ") == "");
  CHECK(cut("snake_case a/b") == "snake case a b");
}

TEST_CASE("tokenize keeps numbers and acronyms whole", "[tokenizer]") {
  CHECK(cut("1,750 to 1,780.5 dlrs, 3.") == "1,750 to 1,780.5 dlrs 3");
  CHECK(cut("the U.S.-led talks, U.S.") == "the U.S led talks U.S");
  CHECK(cut("Q3 2026-02-04") == "Q3 2026 02 04");
}

TEST_CASE("tokenize takes off possessives and elided articles", "[tokenizer]") {
  CHECK(cut("England's bank, CHINA’S") == "England bank CHINA");
  CHECK(cut("l'économie d’Haïti qu'il") == "économie Haïti il");
  CHECK(cut("O'Brien didn't say 'no'") == "O'Brien didn't say no");
  CHECK(cut("rates' fall") == "rates fall");
}

TEST_CASE("tokenize makes a token of each Chinese or Japanese character", "[tokenizer]") {
  CHECK(cut("习近平访问") == "习 近 平 访 问");
  CHECK(cut("東京タワーにAI導入") == "東 京 タ ワ ー に AI 導 入");
}

TEST_CASE("tokenize cuts Thai by dictionary and keeps Hindi and Arabic words", "[tokenizer]") {
  CHECK(cut("สวัสดีครับ") == "สวัสดี ครับ");
  CHECK(cut("भारत की राजधानी") == "भारत की राजधानी");
  CHECK(cut("الأمم المتحدة،") == "الأمم المتحدة");
}

TEST_CASE("tokenize tells signs in Hebrew and Korean words from quotes", "[tokenizer]") {
  CHECK(cut("צה\"ל ד״ר \"שלום\"") == "צה\"ל ד״ר שלום");
  CHECK(cut("'민주당'은 \"경제\"가") == "민주당 은 경제 가");
}

TEST_CASE("tokenize marks sentences and paragraphs", "[tokenizer]") {
  CHECK(cut("Ships move. Ports open!\nNext day") == "Ships move | Ports open ¶ Next day");
  CHECK(cut("Mr. Smith of the U.S. Senate met J. Roe. He left.") ==
        "Mr Smith of the U.S Senate met J Roe | He left");
  CHECK(cut("rose to 3. The bank") == "rose to 3 | The bank");
  CHECK(cut("example.com is up") == "example com is up");
  CHECK(cut("港口。重开") == "港 口 | 重 开");
}

TEST_CASE("No character makes a word that is empty when case is folded", "[tokenizer]") {
  const Stemmer stemmer("ar");
  std::vector<Token> tokens;
  for (char32_t c = 1; c <= 0x10ffff; ++c) {
    if (c >= 0xd800 && c <= 0xdfff) continue;
    std::string text;
    append_utf8(text, c);
    tokens.clear();
    tokenize(text, tokens);
    for (const Token& token : tokens) {
      const std::string spelling = spelling_of(text.substr(token.begin, token.end - token.begin));
      if (!spelling.empty() && !fold(spelling).empty() && !stemmer.stem(spelling).empty()) continue;
      FAIL_CHECK("U+" << std::hex << static_cast<std::uint32_t>(c));
    }
  }
  CHECK(cut("I \u2764\ufe0f NY") == "I NY");
}

TEST_CASE("tokenize survives bytes that no text has", "[tokenizer]") {
  CHECK(cut("a\u00ad\u200b b") == "a b");
  CHECK(cut("co\u00adoperate") == "co\u00adoperate");
  CHECK(cut("x'") == "x");
  CHECK(cut("'") == "");
}
