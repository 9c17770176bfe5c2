#include <random>
#include <string>

#include "common/base/error.h"
#include "searcher/query/parse_query.h"
#include "searcher/query/print_query.h"
#include "tests/catch.h"

namespace {

/// Random queries, mostly good ones: pieces that fit together, put in any order.
class QueryMaker {
 public:
  explicit QueryMaker(unsigned seed) : random_(seed) {}

  std::string query(int depth) {
    std::string out = clause(depth);
    for (int more = pick(3); more > 0; --more) {
      constexpr const char* kJoins[] = {" ", " AND ", " OR ", " NOT ", " -", " "};
      out += kJoins[pick(6)] + clause(depth);
    }
    return out;
  }

  std::string soup() {
    constexpr const char* kPieces[] = {
        "a",        " ",          "(",         ")",    "\"",        "^2",   "-",  "=",
        "*",        "~",          "headline:", " OR ", " ",         "NOT ", "b",  ":",
        " NEAR/2 ", "atleast/2(", "--",        "^",    "date:2026", "1",    "..", "\xe2\x80\x9c",
        "\xc3\xa9", "country:",   " SENT ",    "zone:", "zone:other", "\u05e6\"\u05dc"};
    std::string out;
    for (int i = pick(14) + 1; i > 0; --i) out += kPieces[pick(30)];
    return out;
  }

 private:
  int pick(int below) { return std::uniform_int_distribution<int>(0, below - 1)(random_); }

  std::string leaf() {
    constexpr const char* kLeaves[] = {"oil", "\"a b\"", "=\"c d\"", "=e",   "f*",
                                       "g~",  "-",       "h-i",      "U.S.", "10:30"};
    return kLeaves[pick(10)];
  }

  std::string boost() {
    constexpr const char* kBoosts[] = {"^2", "^0.25", "^0", "^1"};
    return pick(6) == 0 ? kBoosts[pick(4)] : "";
  }

  std::string span(int depth) {
    switch (depth > 0 ? pick(5) : 0) {
      case 1:
        return "(" + span(depth - 1) + " OR " + span(depth - 1) + ")" + boost();
      case 2:
        return "(" + positional(depth - 1) + ")" + boost();
      default:
        return leaf() + boost();
    }
  }

  std::string positional(int depth) {
    constexpr const char* kOperators[] = {" NEAR/5 ", " ADJ/2 ", " SENT ", " PARA "};
    std::string out = span(depth);
    for (int more = pick(2) + 1; more > 0; --more) out += kOperators[pick(4)] + span(depth);
    return out;
  }

  std::string clause(int depth) {
    switch (depth > 0 ? pick(12) : 0) {
      case 9:
        return "zone:other(" + positional(depth - 1) + ")" + boost();
      case 10:
        return "zone:other(atleast/2(" + span(depth - 1) + ") OR -" + leaf() + ")" + boost();
      case 11:
        return "(" + leaf() + " zone:other (" + span(depth - 1) + " " + leaf() + "))" + boost();
      case 1:
        return "(" + leaf() + " " + query(depth - 1) + ")" + boost();
      case 2:
        return positional(depth - 1);
      case 3:
        return "headline:(" + positional(depth - 1) + ")" + boost();
      case 4:
        return "atleast/3(" + span(depth - 1) + ")" + boost();
      case 5:
        return "lead:atleast/2(" + span(depth - 1) + ")" + boost();
      case 6:
        return "source:(x OR \"y z\" -w*)" + boost();
      case 7:
        return "date:(2026-01..2026-02 OR none) length:>500";
      case 8:
        return "NOT " + clause(depth - 1);
      default:
        return leaf() + boost();
    }
  }

  std::mt19937 random_;
};

}  // namespace

TEST_CASE("Parsing a printed query gives the same tree", "[query]") {
  QueryMaker maker(7);
  for (int i = 0; i < 5000; ++i) {
    const std::string text = maker.query(4);
    CAPTURE(text);
    const news::QueryNode tree = news::parse_query(text);
    const std::string printed = news::print_query(tree);
    CAPTURE(printed);
    REQUIRE(news::same_query(news::parse_query(printed), tree));
    REQUIRE(news::print_query(news::parse_query(printed)) == printed);
  }
}

TEST_CASE("Any text is a query or a query error", "[query]") {
  QueryMaker maker(8);
  int good = 0;
  for (int i = 0; i < 50000; ++i) {
    const std::string text = maker.soup();
    CAPTURE(text);
    try {
      const news::QueryNode tree = news::parse_query(text);
      ++good;
      const std::string printed = news::print_query(tree);
      CAPTURE(printed);
      REQUIRE(news::same_query(news::parse_query(printed), tree));
    } catch (const news::Error& error) {
      REQUIRE(error.kind() == news::ErrorKind::Query);
    }
  }
  CHECK(good > 1000);
}
