#include "searcher/match/form_search.h"

#include <algorithm>
#include <random>

#include "tests/catch.h"

using namespace news;

TEST_CASE("The first of some strings is found, with wide instructions and without", "[match]") {
  std::mt19937 random(11);
  const auto some = [&](std::size_t least, std::size_t most) {
    std::string text(least + random() % (most - least + 1), '\0');
    // Few different bytes, so that beginnings and ends are often right and the rest wrong.
    for (char& byte : text) byte = static_cast<char>(0x7e + random() % 4);
    return text;
  };
  for (int i = 0; i < 20000; ++i) {
    std::vector<std::string> forms;
    for (std::size_t n = 1 + random() % 4; n > 0; --n) forms.push_back(some(1, 5));
    const std::string text = some(0, i % 3 == 0 ? 200 : 20);
    const std::size_t from = random() % (text.size() + 1);
    std::size_t expected = text.size();
    for (const std::string& form : forms) expected = std::min(expected, text.find(form, from));
    INFO("text " << i);
    for (const bool is_wide : {false, FormSearch::has_wide()}) {
      if (FormSearch(forms, is_wide).find(text, from) == expected) continue;
      CHECK(FormSearch(forms, is_wide).find(text, from) == expected);
    }
  }
}
