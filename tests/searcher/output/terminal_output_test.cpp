#include "searcher/output/terminal_output.h"

#include "searcher/output/styled_text.h"
#include "tests/catch.h"
#include "tests/searcher/output/sample_answer.h"

TEST_CASE("The plain view has no escape sequences", "[output]") {
  CHECK(news::answer_text(news::sample_answer(), {}) ==
        "12 articles, best first, 1 to 2 shown\n"
        "1 article matches but has no date, and a date filter was given.\n"
        "\n"
        "1. Oil, \"gas\" and[31m pressure\n"
        "   LIMA, Feb 4 · 2026-02-04 10:10 UTC · example.org · PE, US · 2 copies [lima 1]\n"
        "   Also example.com 2026-02-04; 1 more\n"
        "   Prices of oil rose in Lima.\n"
        "\n"
        "2. (no headline)\n"
        "   [bare]\n"
        "\n");
}

TEST_CASE("The coloured view marks headlines and matches", "[output]") {
  news::Answer answer = news::sample_answer();
  answer.hits.pop_back();
  answer.undated = 0;
  answer.relaxed = true;
  news::TerminalStyle style;
  style.colour = true;
  style.width = 60;
  CHECK(news::answer_text(answer, style) ==
        "\x1b[1m12 articles, best first, number 1 shown\x1b[0m\n"
        "No article has all of the words; these have some of them.\n"
        "\n"
        "1. \x1b[1;33mOil\x1b[0m\x1b[1m, \"gas\" and[31m pressure\x1b[0m\n"
        "   \x1b[2mLIMA, Feb 4 · 2026-02-04 10:10 UTC · example.org · PE, US\x1b[0m\n"
        "   \x1b[2m· 2 copies [lima 1]\x1b[0m\n"
        "   \x1b[2mAlso example.com 2026-02-04; 1 more\x1b[0m\n"
        "   Prices of \x1b[33moil\x1b[0m rose in Lima.\n"
        "\n");
}

TEST_CASE("Counts, facets and timelines are aligned", "[output]") {
  news::Answer answer;
  answer.total = 12;
  answer.total_is_exact = false;
  answer.facets = {{"country", {{"PE", 11}, {"US", 1}}}};
  answer.timeline = {{"2026-01", 0, 0}, {"2026-02", 11, 44}, {"2026-03", 1, 100}};
  answer.suggestion = "oil\x1b]0;x\x07";
  news::TerminalStyle style;
  style.width = 34;
  CHECK(news::answer_text(answer, style) ==
        "at least 12 articles\n"
        "Did you mean: oil]0;x\n"
        "country\n"
        "  11  PE\n"
        "   1  US\n"
        "\n"
        "2026-01   0       -\n"
        "2026-02  11   25.0%  ████████████\n"
        "2026-03   1    1.0%  █\n");
  CHECK(news::answer_text({}, {}) == "No articles.\n");
}

TEST_CASE("Keywords in context stand in one column, wide characters too", "[output]") {
  news::Answer answer = news::sample_answer();
  answer.undated = 0;
  answer.hits[1].snippets = {{"石油の価格が上昇", {{3, 5}}, "body"}, {"oil", {{0, 3}}, "body"}};
  news::TerminalStyle style;
  style.width = 30;
  style.in_context = true;
  const std::string text = news::answer_text(answer, style);
  CHECK(text.find("   Prices of oil rose in Lima\n") != std::string::npos);
  CHECK(text.find("       石油の価格が上昇\n") != std::string::npos);
  CHECK(text.find("             oil\n") != std::string::npos);
}

TEST_CASE("Articles are shown in wrapped paragraphs", "[output]") {
  news::Article article = news::sample_answer().hits[0].article;
  article.body = "First paragraph of the article.\nSecond \u202eone.";
  article.published.doubtful = true;
  news::TerminalStyle style;
  style.width = 24;
  CHECK(news::article_text(article, style) ==
        "Oil, \"gas\" and[31m\n"
        "pressure\n"
        "LIMA, Feb 4 · 2026-02-04\n"
        "10:10 UTC (doubtful) ·\n"
        "example.org · PE, US\n"
        "By A. Writer, B. Writer\n"
        "\n"
        "A summary\n"
        "\n"
        "First paragraph of the\n"
        "article.\n"
        "\n"
        "Second one.\n"
        "\n"
        "id: lima 1\n"
        "section: world\n"
        "language: en\n"
        "url: https://example.org/1\n"
        "file: corpus/1.html\n");
}

TEST_CASE("Lines wrap by columns, between wide characters too", "[output]") {
  const auto lines = [](const char* text, std::size_t width) {
    std::string out;
    for (const news::Glyphs& line : news::wrap(news::make_glyphs(text, news::Ink::Plain), width)) {
      out += news::render(line, false) + "|";
    }
    return out;
  };
  CHECK(lines("aa bb cc", 5) == "aa bb|cc|");
  CHECK(lines("abcdefgh", 3) == "abc|def|gh|");
  CHECK(lines("東京東京", 5) == "東京|東京|");
  CHECK(lines("ab東京", 4) == "ab東|京|");
  CHECK(lines("e\u0301e\u0301", 1) == "e\u0301e\u0301|");
  CHECK(lines("", 5) == "|");
  CHECK(lines("  ", 1) == "|");
}
