#include <string>

#include "common/base/error.h"
#include "searcher/query/parse_query.h"
#include "tests/catch.h"

namespace {

std::string message(const std::string& query) {
  try {
    news::parse_query(query);
  } catch (const news::Error& error) {
    CHECK(error.kind() == news::ErrorKind::Query);
    return error.what();
  }
  return "no error";
}

std::string first_line(const std::string& query) {
  const std::string text = message(query);
  return text.substr(0, text.find('\n'));
}

}  // namespace

TEST_CASE("Query errors show the place with a caret", "[query]") {
  CHECK(message("oil \"western pressure") ==
        "unmatched quote; close the phrase with another \"\n"
        "  oil \"western pressure\n"
        "      ^");
  CHECK(message("oil titel:gas") ==
        "unknown field 'titel'; to search for the words, quote them\n"
        "  oil titel:gas\n"
        "      ^~~~~~");
  CHECK(message("date:2026-13-40") ==
        "bad date '2026-13-40'; a date is 2026, 2026-02, 2026-02-04, 2026-02-04T10:30:00Z, today, "
        "yesterday, 7d, 2w, 3m or 1y, a range of them A..B, none or doubtful\n"
        "  date:2026-13-40\n"
        "       ^~~~~~~~~~");
}

TEST_CASE("Carets stand under their place after wide and combining characters", "[query]") {
  CHECK(message("\xe6\x9d\xb1\xe4\xba\xac )") ==
        "unmatched ')'; open it before with '(', or quote it\n"
        "  \xe6\x9d\xb1\xe4\xba\xac )\n"
        "       ^");
  CHECK(message("e\xcc\x81t\xc3\xa9 )") ==
        "unmatched ')'; open it before with '(', or quote it\n"
        "  e\xcc\x81t\xc3\xa9 )\n"
        "      ^");
  CHECK(message("a\x1b[31m\n)") ==
        "unmatched ')'; open it before with '(', or quote it\n"
        "  a [31m )\n"
        "         ^");
}

TEST_CASE("Long queries are shown around the place only", "[query]") {
  CHECK(message(std::string(100, 'a') + " ) " + std::string(100, 'b')) ==
        "unmatched ')'; open it before with '(', or quote it\n"
        "  ..." +
            std::string(35, 'a') + " ) " + std::string(34, 'b') + "...\n" +
            std::string(2 + 3 + 36, ' ') + "^");
}

TEST_CASE("Every misuse has its message", "[query]") {
  const std::pair<const char*, const char*> cases[] = {
      {"  ", "the query is empty; write a word"},
      {"headlin:a", "unknown field 'headlin'; did you mean 'headline'?"},
      {"title:a", "unknown field 'title'; did you mean 'headline'?"},
      {"OR: a", "unknown field 'OR'; to search for the words, quote them"},
      {"nofield:a", "unknown field 'nofield'; to search for the words, quote them"},
      {"nofield:", "unknown field 'nofield'; to search for the words, quote them"},
      {"(a b", "unmatched '('; close it with ')', or quote it"},
      {"a)", "unmatched ')'; open it before with '(', or quote it"},
      {")", "unmatched ')'; open it before with '(', or quote it"},
      {"a ()", "empty parentheses; write words between them"},
      {"atleast/3()", "empty parentheses; write words between them"},
      {"\"\"", "empty phrase; write words between the quotes"},
      {"headline:",
       "field without a value; write headline:word with no blank after the colon, or "
       "quote it"},
      {"headline: a",
       "field without a value; write headline:word with no blank after the colon, "
       "or quote it"},
      {"headline:-a", "put the '-' before the field: -headline:word"},
      {"headline:OR", "headline: needs a value; quote OR to search the word"},
      {"headline:(lead:a)", "lead: inside headline:; close that one first, or quote the words"},
      {"zone:othr(a)", "unknown zone 'othr'; did you mean 'zone:other'?"},
      {"zone:x(a)",
       "unknown zone 'x'; zones are headline, summary, dateline, byline, caption, lead and other"},
      {"zone: other",
       "zone: without a name; zones are headline, summary, dateline, byline, caption, lead and "
       "other, and to search for the word, quote it"},
      {"zone:other:a", "write zone:other(word)"},
      {"zone:other", "zone:other without words; write zone:other(word)"},
      {"zone:other OR a", "zone:other without words; write zone:other(word)"},
      {"a (zone:other date:2026)", "zone:other without words; write zone:other(word)"},
      {"a NOT zone:other b", "zone:other needs its words in parentheses here: zone:other(word)"},
      {"a NEAR/5 zone:other b",
       "zone:other needs its words in parentheses here: zone:other(word)"},
      {"zone:other^2 a", "a boost is for words: zone:other(word^3)"},
      {"headline:(zone:other a)",
       "zone:other inside headline:; close that one first, or quote the words"},
      {"zone:other(lead:a)",
       "lead: inside zone:other; close that one first, or quote the words"},
      {"zone:other lead:a",
       "lead: beside zone:other; put the words of each in parentheses: zone:other(word)"},
      {"zone:other zone:lead a",
       "zone:lead beside zone:other; put the words of each in parentheses: zone:lead(word)"},
      {"a OR", "nothing after OR; write a word, or quote it to search it"},
      {"(a AND)", "nothing after AND; write a word, or quote it to search it"},
      {"OR a", "nothing before OR; write a word, or quote it to search it"},
      {"a OR AND b", "expected a word after OR, not AND; quote it to search the word"},
      {"a NEAR/5", "nothing after NEAR/5; write a word, or quote it to search it"},
      {"NEAR/5 a", "nothing before NEAR/5; write a word, or quote it to search it"},
      {"a NEAR b", "NEAR needs a number from 1 to 1000: NEAR/5; quote it to search the word"},
      {"a ADJ/0 b", "ADJ needs a number from 1 to 1000: ADJ/5; quote it to search the word"},
      {"a NEAR/5 -b", "NEAR/5 can't exclude; write a NOT (a NEAR/5 b)"},
      {"a NEAR/5 (b c)",
       "NEAR/5 takes words, phrases, OR of them and other NEAR, ADJ, SENT, PARA; "
       "for words in a row write a phrase"},
      {"headline:a SENT b",
       "SENT works inside one field; put the field around all of it: "
       "headline:(...)"},
      {"country:a SENT country:b",
       "SENT is for running words; country: has whole values: combine "
       "it by AND instead"},
      {"source:a~", "source: takes whole values, not word~; write source:value"},
      {"a*b",
       "'*' stands only at the end of a word, after letters: write press*, or quote the word"},
      {"*", "'*' stands only at the end of a word, after letters: write press*, or quote the word"},
      {"a~2", "'~' takes no number; write word~ for spelling variants, or a NEAR/5 b"},
      {"\"a b\"~5", "a phrase takes no '~'; for words near each other write a NEAR/5 b"},
      {"a^x", "a boost is a number from 0 to 1000; write word^3"},
      {"a^-1", "a boost is a number from 0 to 1000; write word^3"},
      {"a ^2", "'^' without a word before it; write word^3"},
      {"(a^2)^3", "this has a boost already; keep one of them"},
      {"a || b", "write OR for '||'"},
      {"date:2027..2026", "'2027..2026' ends before it begins; swap its ends"},
      {"length:long", "bad number 'long'; write 500, >500, >=500, <500, <=500 or 100..500"},
      {"atleast/3 oil", "atleast needs a word in parentheses: atleast/3(word)"},
      {"atleast(oil)",
       "atleast needs a number from 1 to 1000: atleast/5; quote it to search the "
       "word"},
      {"\xff", "the query isn't valid UTF-8; convert it first"},
  };
  for (const auto& [query, expected] : cases) {
    CAPTURE(query);
    CHECK(first_line(query) == expected);
  }
}
