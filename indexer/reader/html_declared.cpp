#include "indexer/reader/html_declared.h"

#include <algorithm>

#include "indexer/reader/text_letters.h"

namespace news {
namespace {

constexpr std::size_t kFewestLetters = 16;    // of a line, for being found at all
constexpr std::size_t kFewestDeclared = 400;  // letters
constexpr double kEnough = 0.6;
constexpr double kAll = 0.9;

/// What stands amid a body that is all on the page was put there by others.
void exclude_others(HtmlPage::Line* first, HtmlPage::Line* last) {
  for (HtmlPage::Line* line = first; line <= last; ++line) {
    const bool is_plain = line->hint.region == LineHint::Region::None;
    const bool is_heading = line->hint.tag == LineHint::Tag::Heading;
    if (line->hint.is_declared || !is_plain || is_heading) continue;
    if (letters_of(line->text).size() < kFewestLetters) continue;
    line->hint.region = LineHint::Region::Undeclared;
  }
}

}  // namespace

void use_declared_body(HtmlPage& page, RawArticle& raw) {
  std::string& body = raw.article.body;
  if (body.empty()) return;
  const std::string declared = letters_of(body);
  std::size_t covered = 0;
  std::vector<HtmlPage::Line*> found;
  for (HtmlPage::Line& line : page.lines) {
    const std::string letters = letters_of(line.text);
    if (letters.size() < kFewestLetters || declared.find(letters) == declared.npos) continue;
    covered += letters.size();
    found.push_back(&line);
  }
  const bool is_on_page =
      static_cast<double>(covered) >= kEnough * static_cast<double>(declared.size());
  if (is_on_page) {
    for (HtmlPage::Line* line : found) line->hint.is_declared = true;
    const bool is_all = static_cast<double>(covered) >= kAll * static_cast<double>(declared.size());
    if (is_all) exclude_others(found.front(), found.back());
  }
  // Nothing of it on the page: the page shows its text by a program.
  const bool is_hidden = covered * 4 < declared.size() && declared.size() >= kFewestDeclared;
  if (!is_hidden) body.clear();
}

}  // namespace news
