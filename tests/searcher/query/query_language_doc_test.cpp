#include <string>
#include <string_view>
#include <vector>

#include "common/base/file.h"
#include "common/base/text.h"
#include "searcher/output/hit_fields.h"
#include "searcher/query/parse_query.h"
#include "searcher/query/print_query.h"
#include "tests/catch.h"

namespace {

/// The pieces between backquotes.
std::vector<std::string> code_in(std::string_view text) {
  std::vector<std::string> out;
  const auto parts = news::split(text, '`');
  for (std::size_t i = 1; i + 1 < parts.size(); i += 2) out.emplace_back(parts[i]);
  return out;
}

/// The rows of the table below a heading row, without its separator.
std::vector<std::vector<std::string_view>> table(std::string_view page, std::string_view heading) {
  std::vector<std::vector<std::string_view>> rows;
  const std::size_t start = page.find(heading);
  if (start == std::string_view::npos) return rows;
  for (const std::string_view line : news::split(page.substr(start), '\n')) {
    if (line.empty() || line[0] != '|') break;
    rows.push_back(news::split(line.substr(1), '|'));
  }
  if (rows.size() > 2) rows.erase(rows.begin(), rows.begin() + 2);
  return rows;
}

std::string page(const std::string& name) {
  return news::read_file(std::string(NEWS_SOURCE_DIR) + "/docs/" + name);
}

}  // namespace

TEST_CASE("Every query in the page on the language parses", "[docs]") {
  const std::string text = page("QUERY_LANGUAGE.md");
  const auto rows = table(text, "| you write | it finds");
  REQUIRE(rows.size() > 20);
  for (const auto& row : rows) {
    for (const std::string& query : code_in(row[0])) {
      CAPTURE(query);
      CHECK_NOTHROW(news::parse_query(query));
    }
  }
}

TEST_CASE("Queries mean what the page on the language says they mean", "[docs]") {
  const std::string text = page("QUERY_LANGUAGE.md");
  const auto rows = table(text, "| you write | it means");
  REQUIRE(rows.size() == 4);
  for (const auto& row : rows) {
    const std::string query = code_in(row[0]).at(0);
    CAPTURE(query);
    CHECK(news::same_query(news::parse_query(query), news::parse_query(code_in(row[1]).at(0))));
  }
}

TEST_CASE("The page on the language lists every field", "[docs]") {
  const std::string text = page("QUERY_LANGUAGE.md");
  const auto rows = table(text, "| field | holds");
  REQUIRE(rows.size() == news::kFields.size());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    CHECK(code_in(rows[i][0]).at(0) == news::kFields[i].name);
  }
}

TEST_CASE("The page on JSON and its schema name every field of a hit", "[docs]") {
  const std::string text = page("JSON_OUTPUT.md");
  const std::string schema = page("newssearch.schema.json");
  for (const news::HitField& field : news::standard_hit_fields()) {
    const std::string name(field.name);
    CAPTURE(name);
    CHECK(text.find("`" + name + "`") != std::string::npos);
    CHECK(schema.find("\"" + name + "\": {") != std::string::npos);
  }
}
