#include "common/index/text_layout.h"

#include <random>
#include <vector>

#include "common/analysis/tokenizer.h"
#include "common/analysis/word_forms.h"
#include "tests/catch.h"

using namespace news;

namespace {

std::vector<std::string> spellings_of(std::string_view text, std::vector<Token>& tokens) {
  tokenize(text, tokens);
  std::vector<std::string> spellings;
  for (const Token& token : tokens) {
    spellings.push_back(spelling_of(text.substr(token.begin, token.end - token.begin)));
  }
  return spellings;
}

std::string layout_of(std::string_view text) {
  std::vector<Token> tokens;
  const std::vector<std::string> spellings = spellings_of(text, tokens);
  TextLayoutWriter writer(text);
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    writer.add(tokens[i].begin, tokens[i].end, spellings[i]);
  }
  return writer.finish();
}

std::string again(std::string_view text) {
  std::vector<Token> tokens;
  const std::vector<std::string> spellings = spellings_of(text, tokens);
  std::size_t next = 0;
  std::string made;
  REQUIRE(apply_text_layout(
      layout_of(text), [&] { return std::string_view(spellings.at(next++)); }, made));
  CHECK(next == spellings.size());
  return made;
}

}  // namespace

TEST_CASE("a text comes back from its words and layout", "[text_layout]") {
  const std::string long_run = [] {
    std::string text = "one";
    for (int i = 0; i < 200; ++i) text += " two";
    return text;
  }();
  for (const std::string& text : {
           std::string(""),
           std::string("plain words only"),
           std::string(" blank before and after "),
           std::string("...!"),
           std::string("BAHIA Cocoa; the U.S. won't pay $1,750.50 -- \"McDonald's\" said.\nNext."),
           std::string("l'économie à l'Élysée, ÉLYSÉE, Łódź, ÞÓR, Straße STRASSE"),
           std::string("Правительство России, ЕСБ и Ђорђе; Έλληνες ΟΔΟΣ Οδός"),
           std::string("新华社北京2月4日电，東京でＡＰＥＣ会議。ราคาน้ำมัน पेट्रोल وزارة"),
           std::string("control \x01\x02\x06\x10\x1f characters\x7f and \x06"),
           std::string("no\u00a0break \u2014 dash\u200bzero\u00adsoft"),
           long_run,
       }) {
    CAPTURE(text);
    CHECK(again(text) == text);
  }
}

TEST_CASE("random texts come back from their words and layouts", "[text_layout]") {
  const std::vector<std::string> pieces = {"a",  "B",      " ",      " ",  "\n", ".",  "U.S.", "Éa",
                                           "ß",  "東",     "京",     "ร",  "ย",  "'s", "1,0",  "-",
                                           "ſt", "\u0130", "ʼn", "\x05", "\x80\x80", "Ж"};
  std::mt19937 random(7);
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    for (std::size_t n = random() % 30; n > 0; --n) text += pieces[random() % pieces.size()];
    // Ill-formed bytes never come here.
    if (text.find("\x80\x80") != std::string::npos) continue;
    CAPTURE(text);
    REQUIRE(again(text) == text);
  }
}

TEST_CASE("usual words cost little", "[text_layout]") {
  CHECK(layout_of("word after word after word after word") == "\x86");
  CHECK(layout_of("One word.").size() == 3);
  CHECK(layout_of("新华社北京").size() == 2);
}

TEST_CASE("a broken layout is refused or gives some text", "[text_layout]") {
  const std::string good = layout_of("The Straße, \x06 McDonald's and 新华社 again.");
  const auto word = [] { return std::string_view("x"); };
  int refused = 0;
  for (std::size_t i = 0; i < good.size(); ++i) {
    for (int bit = 0; bit < 8; ++bit) {
      std::string bad = good;
      bad[i] = static_cast<char>(bad[i] ^ 1 << bit);
      std::string text;
      refused += apply_text_layout(bad, word, text) ? 0 : 1;
      CHECK(text.size() < 2000);
    }
  }
  CHECK(refused > 0);
}
