#include "searcher/query/parse_query.h"

#include <string>

#include "common/base/error.h"
#include "searcher/query/print_query.h"
#include "tests/catch.h"

namespace {

using news::parse_query;
using news::print_query;

/// The tree as nested lists, which shows what the printed form hides.
std::string shape(const news::QueryNode& node) {
  constexpr const char* kNames[] = {"word", "prefix", "variants", "phrase", "exact",
                                    "date", "length", "and",      "or",     "not",
                                    "near", "adj",    "sent",     "para",   "atleast"};
  std::string out(kNames[static_cast<std::size_t>(node.kind)]);
  if (node.number > 0) out += "/" + std::to_string(node.number);
  if (news::is_leaf(node.kind)) {
    if (node.field != news::Field::Any) {
      out += ' ';
      out += news::field_name(node.field);
    }
    out += " '" + node.text + "'";
  }
  for (const news::QueryNode& child : node.children) out += " [" + shape(child) + "]";
  if (node.boost != 1) out += " ^" + std::to_string(static_cast<int>(node.boost));
  return out;
}

std::string shape(const std::string& text) { return shape(parse_query(text)); }
std::string printed(const std::string& text) { return print_query(parse_query(text)); }

}  // namespace

TEST_CASE("Parser takes a blank for AND and binds it tighter than OR", "[query]") {
  CHECK(shape("a b") == "and [word 'a'] [word 'b']");
  CHECK(shape("a b OR c AND d") == "or [and [word 'a'] [word 'b']] [and [word 'c'] [word 'd']]");
  CHECK(shape("(a b) c") == shape("a b c"));
  CHECK(shape("a (b OR c)") == "and [word 'a'] [or [word 'b'] [word 'c']]");
  CHECK(shape("a and or not near") ==
        "and [word 'a'] [word 'and'] [word 'or'] [word 'not'] [word 'near']");
}

TEST_CASE("Parser excludes by NOT and by a dash before a word only", "[query]") {
  CHECK(shape("-a") == "not [word 'a']");
  CHECK(shape("a -b") == "and [word 'a'] [not [word 'b']]");
  CHECK(shape("a NOT (b c)") == "and [word 'a'] [not [and [word 'b'] [word 'c']]]");
  CHECK(shape("-\"a b\"") == "not [phrase 'a b']");
  CHECK(shape("-headline:a") == "not [word headline 'a']");
  CHECK(shape("state-of-the-art") == "word 'state-of-the-art'");
  CHECK(shape("a - b") == "and [word 'a'] [word '-'] [word 'b']");
  CHECK(shape("NOT a NEAR/5 b") == "not [near/5 [word 'a'] [word 'b']]");
}

TEST_CASE("Parser reads phrases, exact forms, prefixes, variants and boosts", "[query]") {
  CHECK(shape("\"western pressure\"") == "phrase 'western pressure'");
  CHECK(shape("=\"Western Pressure\"") == "exact 'Western Pressure'");
  CHECK(shape("=pressure") == "exact 'pressure'");
  CHECK(shape("\xe2\x80\x9cwestern pressure\xe2\x80\x9d") == "phrase 'western pressure'");
  CHECK(shape("press*") == "prefix 'press'");
  CHECK(shape("colour~") == "variants 'colour'");
  CHECK(shape("word^3") == "word 'word' ^3");
  CHECK(shape("(a b)^2 c") == "and [and [word 'a'] [word 'b'] ^2] [word 'c']");
  CHECK(shape("press*^2") == "prefix 'press' ^2");
  CHECK(shape("\"AND OR (\"") == "phrase 'AND OR ('");
}

TEST_CASE("Parser keeps the signs inside words", "[query]") {
  for (const char* word : {"AT&T", "C++", "10:30", "U.S.", "don't", "$5", "50%", "a~b", ":-",
                           "C++:x", "~5", "@who:", "what?", "2026-02-04", "wto/gatt", "and/or",
                           "צה\"ל"}) {
    CHECK(shape(word) == "word '" + std::string(word) + "'");
  }
}

TEST_CASE("A colon in a web address or behind a word of prose makes no field", "[query]") {
  for (const char* word : {"https://t.co/hq~8d*", "http://x.org/a:b"}) {
    CHECK(shape(word) == "word '" + std::string(word) + "'");
  }
  CHECK(shape("source://x") == "word source '//x'");
  CHECK(shape("source:(//x or)") == "and [word source '//x'] [word source 'or']");
  CHECK(shape("BREAKING: oil up") == "and [word 'BREAKING'] [word 'oil'] [word 'up']");
  CHECK(shape("headline:(update: oil)") ==
        "and [word headline 'update'] [word headline 'oil']");
  CHECK(shape("oil update: -gas") == "and [word 'oil'] [word 'update'] [not [word 'gas']]");
}

TEST_CASE("Parser gives the field to every word inside it", "[query]") {
  CHECK(shape("headline:a b") == "and [word headline 'a'] [word 'b']");
  CHECK(shape("Headline:(a OR \"b c\")") == "or [word headline 'a'] [phrase headline 'b c']");
  CHECK(shape("headline:=\"western pressure\"") == "exact headline 'western pressure'");
  CHECK(shape("lead:(a NEAR/5 b)") == "near/5 [word lead 'a'] [word lead 'b']");
  CHECK(shape("country:peru source:reut*") == "and [word country 'peru'] [prefix source 'reut']");
  CHECK(shape("dateline-country:\"United Kingdom\"") == "phrase dateline-country 'United Kingdom'");
}

TEST_CASE("A zone is a field whose words stand in parentheses or quotes", "[query]") {
  CHECK(shape("zone:other(a b)") == "and [word zone:other 'a'] [word zone:other 'b']");
  CHECK(shape("zone:other\"a b\" c") == "and [phrase zone:other 'a b'] [word 'c']");
  CHECK(shape("Zone:Other=\"a\"") == "exact zone:other 'a'");
  CHECK(shape("-zone:other(a NEAR/5 b*)") ==
        "not [near/5 [word zone:other 'a'] [prefix zone:other 'b']]");
  CHECK(shape("zone:headline(a)") == "word headline 'a'");
  CHECK(shape("\"zone:other\"") == "phrase 'zone:other'");
  CHECK(shape("atleast/2(zone:other a)^3") == "atleast/2 [word zone:other 'a'] ^3");
}

TEST_CASE("A zone by itself is for all words of its parentheses", "[query]") {
  CHECK(shape("zone:other a b") == shape("zone:other(a b)"));
  CHECK(shape("a zone:other b") == shape("zone:other(a b)"));
  CHECK(shape("a OR b zone:other") == shape("zone:other(a OR b)"));
  CHECK(shape("zone:other AND a zone:other") == shape("zone:other(a)"));
  CHECK(shape("zone:other (a OR -\"b c\") d~^2") == shape("zone:other((a OR -\"b c\") d~^2)"));
  CHECK(shape("(zone:other a) b") == "and [word zone:other 'a'] [word 'b']");
  CHECK(shape("a (b (zone:other c))") == "and [word 'a'] [word 'b'] [word zone:other 'c']");
  CHECK(shape("zone:other a date:2026 source:x") ==
        "and [word zone:other 'a'] [date date '2026'] [word source 'x']");
  CHECK(shape("zone:headline a b") == shape("headline:(a b)"));
}

TEST_CASE("Parser reads dates and lengths as values", "[query]") {
  CHECK(shape("date:2026-01-01..2026-02-01") == "date date '2026-01-01..2026-02-01'");
  CHECK(shape("date:(2026-01 OR none)") == "or [date date '2026-01'] [date date 'none']");
  CHECK(shape("date:2026-02-04T10:10:00Z") == "date date '2026-02-04T10:10:00Z'");
  CHECK(shape("date:7d..") == "date date '7d..'");
  CHECK(shape("length:>500") == "length length '>500'");
}

TEST_CASE("Positional operators bind tightest and from left to right", "[query]") {
  CHECK(shape("new york NEAR/5 storm") == "and [word 'new'] [near/5 [word 'york'] [word 'storm']]");
  CHECK(shape("a NEAR/5 b ADJ/2 c") == "adj/2 [near/5 [word 'a'] [word 'b']] [word 'c']");
  CHECK(shape("a SENT (b PARA c)") == "sent [word 'a'] [para [word 'b'] [word 'c']]");
  CHECK(shape("(a OR \"b c\") NEAR/3 d*") == "near/3 [or [word 'a'] [phrase 'b c']] [prefix 'd']");
  CHECK(shape("atleast/3(oil OR gas)") == "atleast/3 [or [word 'oil'] [word 'gas']]");
  CHECK(shape("headline:atleast/2(oil)^2") == "atleast/2 [word headline 'oil'] ^2");
}

TEST_CASE("Parser keeps byte offsets", "[query]") {
  const news::QueryNode root = parse_query("caf\xc3\xa9  headline:\"a b\"^2");
  REQUIRE(root.children.size() == 2);
  CHECK(root.children[0].begin == 0);
  CHECK(root.children[0].end == 5);
  CHECK(root.children[1].begin == 7);
  CHECK(root.children[1].end == 23);
  const news::QueryNode zone = parse_query("a zone:other(b) zone:other\"c\"");
  REQUIRE(zone.children.size() == 3);
  CHECK(zone.children[1].begin == 2);
  CHECK(zone.children[1].end == 14);
  CHECK(zone.children[2].begin == 16);
  CHECK(zone.children[2].end == 29);
}

TEST_CASE("Printed queries say what was understood", "[query]") {
  CHECK(printed("a AND b -c") == "a b NOT c");
  CHECK(printed("a OR b c") == "a OR (b c)");
  CHECK(printed("headline:(a b)") == "headline:a headline:b");
  CHECK(printed("headline:(a NEAR/5 b)") == "headline:(a NEAR/5 b)");
  CHECK(printed("atleast/3(headline:oil)^2.5") == "headline:atleast/3(oil)^2.5");
  CHECK(printed("-(a OR b)") == "NOT (a OR b)");
  CHECK(printed("zone:other a (b OR \"c d\")") ==
        "zone:other(a) (zone:other(b) OR zone:other(\"c d\"))");
  CHECK(printed("zone:other((a NEAR/5 b)^2 atleast/2(c))") ==
        "zone:other(a NEAR/5 b)^2 zone:other(atleast/2(c))");
  CHECK(printed("=word pre* var~") == "=\"word\" pre* var~");
  CHECK(printed("(a NEAR/2 b)^3 SENT c") == "(a NEAR/2 b)^3 SENT c");
  CHECK(print_query(news::parse_plain_words("AND wait: (what) x*")) ==
        "\"AND\" \"wait:\" \"(what)\" \"x*\"");
}

TEST_CASE("No nesting and no length breaks the parser", "[query]") {
  const auto repeat = [](const std::string& text, std::size_t times) {
    std::string out;
    for (std::size_t i = 0; i < times; ++i) out += text;
    return out;
  };
  CHECK_NOTHROW(parse_query(repeat("(", 90) + "a" + repeat(")", 90)));
  for (const std::string& text :
       {repeat("(", 60000), repeat("(", 200) + "a" + repeat(")", 200), repeat("NOT ", 15000) + "a",
        repeat("-", 2) + repeat("(a NOT ", 8000), "a" + repeat(" SENT a", 9000),
        repeat("a ", 30000), repeat("a OR ", 5000) + "a", repeat("atleast/2(", 5000),
        repeat("(a OR b NOT ", 40) + "c" + repeat(")", 40), repeat("x", 70000)}) {
    CHECK_THROWS_AS(parse_query(text), news::Error);
  }
}
