#include "indexer/reader/html_cues.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "common/base/text.h"

namespace news {
namespace {

using Region = LineHint::Region;

struct Row {
  std::string_view word;
  Region region;
};

// Words of class names. In byte order.
constexpr Row kRows[] = {
#include "indexer/reader/html_cues.inc"
};

constexpr bool is_before(const Row& a, const Row& b) { return a.word < b.word; }
static_assert(std::is_sorted(std::begin(kRows), std::end(kRows), is_before));

Region find_region(std::string_view word) {
  const Row* row =
      std::lower_bound(std::begin(kRows), std::end(kRows), Row{word, Region::None}, is_before);
  return row != std::end(kRows) && row->word == word ? row->region : Region::None;
}

/// Calls `use` with each word of "article__shareBar" in lower case, and with each pair of words
/// that stand together ("sharebar").
template <class Use>
void each_word(std::string_view names, Use use) {
  std::string word;
  std::string before;
  const auto close = [&] {
    if (word.empty()) return;
    use(word);
    if (!before.empty()) use(before + word);
    before = word;
    word.clear();
  };
  char last = ' ';
  for (const char c : names) {
    if (is_ascii_space(c)) before.clear();
    if (!is_ascii_alpha(c) || (is_ascii_upper(c) && is_ascii_lower(last))) close();
    if (is_ascii_space(c)) before.clear();
    if (is_ascii_alpha(c)) word += ascii_lower(c);
    last = c;
  }
  close();
}

}  // namespace

LineHint::Region region_of_names(std::string_view names) {
  Region region = Region::None;
  each_word(names, [&](const std::string& word) {
    // What takes a part away from the story weighs more than what names a part of it.
    region = std::max(region, find_region(word));
  });
  return region;
}

bool is_story_name(std::string_view names) {
  static constexpr std::string_view kNames[] = {
      "articlebody", "storybody",    "entrycontent", "postcontent", "articlecontent",
      "articletext", "storycontent", "storytext",    "newstext",    "newsbody",
      "bodytext",    "contentbody",  "articletxt",   "postbody",    "articlemain",
      "maincontent", "newscontent",  "richtext",     "textbody",    "articlecontents",
      "fulltext",    "bodycopy",     "newsarticle",  "newsdetail",  "articledetail"};
  bool is_story = false;
  each_word(names, [&](const std::string& word) {
    is_story =
        is_story || std::find(std::begin(kNames), std::end(kNames), word) != std::end(kNames);
  });
  return is_story;
}

}  // namespace news
