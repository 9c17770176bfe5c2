#include "indexer/clean/page_names.h"

#include "tests/catch.h"

using namespace news;

using Names = std::vector<std::string>;

TEST_CASE("Bylines are divided into people without place and outlet", "[clean]") {
  CHECK(split_names("Jane Doe") == Names{"Jane Doe"});
  CHECK(split_names("Jane Doe and John Roe") == Names{"Jane Doe", "John Roe"});
  CHECK(split_names("Ann Poe, Jane Doe und John Roe") == Names{"Ann Poe", "Jane Doe", "John Roe"});
  CHECK(split_names("Jane Doe, Example Times") == Names{"Jane Doe"});
  CHECK(split_names("Jane Doe and John Roe, Example Times") == Names{"Jane Doe", "John Roe"});
  CHECK(split_names("Jane Doe in Lima") == Names{"Jane Doe"});
  CHECK(split_names("Jeanne Roy (Lyon)") == Names{"Jeanne Roy"});
  CHECK(split_names("").empty());
}

TEST_CASE("Rows give their place when it is a city", "[clean]") {
  CHECK(place_of_row("By Jane Doe in Lima") == "Lima");
  CHECK(place_of_row("Par Jeanne Roy (Lyon)") == "Lyon");
  CHECK(place_of_row("Montevideo, ") == "Montevideo");
  CHECK(place_of_row("Updated: ").empty());
  CHECK(place_of_row("By Jane Doe").empty());
}

TEST_CASE("Lists of tags are divided", "[clean]") {
  CHECK(split_tags("Tags: ferries, harbour", true) == Names{"ferries", "harbour"});
  CHECK(split_tags("Read more on", true).empty());
  CHECK(split_tags("harbour", false) == Names{"harbour"});
  CHECK(split_tags("\u0627\u060c \u0628", false) == Names{"\u0627", "\u0628"});
}
