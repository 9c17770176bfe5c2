#include "indexer/reader/html_headline.h"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <vector>

#include "common/base/text.h"
#include "indexer/reader/kicker.h"
#include "indexer/reader/text_letters.h"

namespace news {
namespace {

using Tag = LineHint::Tag;

constexpr std::size_t kShortestTitle = 12;  // bytes
constexpr int kMajority = 2;                // places that agree with the declared headline

constexpr std::string_view kSeparators[] = {" | ",      " - ",    " \u2013 ", " \u2014 ",
                                            " :: ",     " * ",    "|",        "\uff5c",
                                            " \u2022 ", "\uff1a", " \u00b7 ", "-"};
// Behind a name these are part of it.
constexpr std::string_view kTightSeparator = "-";

/// What is left of `longer` behind `title` and a separator: "Example" of "Port reopens | Example".
/// Quotes and dashes may differ. "" when `longer` isn't made so.
std::string_view site_behind(std::string_view longer, std::string_view title) {
  if (title.size() < kShortestTitle) return {};
  const std::string letters = letters_of(title);
  for (const std::string_view mark : kSeparators) {
    for (std::size_t at = longer.find(mark); at != longer.npos; at = longer.find(mark, at + 1)) {
      const std::string_view rest = trim(longer.substr(at + mark.size()));
      if (!rest.empty() && letters_of(longer.substr(0, at)) == letters) return rest;
    }
  }
  return {};
}

bool is_same(std::string_view a, std::string_view b) {
  return !a.empty() && !b.empty() && letters_of(a) == letters_of(b);
}

/// The title without the outlet's name behind it: told by the page's other titles or by that name.
std::string without_site(const std::string& title, const HeadlineClaims& claims,
                         const std::vector<std::string>& others) {
  // What JSON-LD calls the headline was not put together for a window.
  const bool is_whole = title == claims.declared;
  for (const std::string& other : others) {
    if (!is_whole && !site_behind(title, other).empty()) return other;
  }
  for (const std::string_view mark : kSeparators) {
    const std::size_t at = title.rfind(mark);
    if (at == title.npos || at == 0 || mark == kTightSeparator) continue;
    if (is_same(std::string_view(title).substr(at + mark.size()), claims.source)) {
      return std::string(trim(std::string_view(title).substr(0, at)));
    }
  }
  return title;
}

/// One page's titles, for asking which of them say the same.
class Titles {
 public:
  Titles(const HtmlPage& page, const HeadlineClaims& claims) : page_(page), claims_(claims) {
    for (const HtmlPage::Property& meta : page.metas) {
      if (meta.name == "twitter:title" && twitter_.empty()) twitter_ = meta.value;
    }
  }

  /// The shared headline stands alone, and most other places say what is declared.
  bool is_outvoted(const std::string& shared) const {
    const bool has_like = is_same(twitter_, shared) || is_same(claims_.alternative, shared) ||
                          is_window_title(shared) || is_shown(shared);
    if (has_like) return false;
    const int votes = (is_heading(claims_.declared, true) ? 1 : 0) +
                      (is_window_title(claims_.declared) ? 1 : 0) +
                      (is_same(twitter_, claims_.declared) ? 1 : 0);
    return votes >= kMajority;
  }

  /// The shared headline is that of the window, made for search engines; the page's own heading is
  /// what is declared.
  bool is_for_machines(const std::string& shared) const {
    return is_window_title(shared) && is_heading(claims_.declared, false) &&
           !is_heading(shared, false);
  }

  /// A quotation mark ended the attribute that holds the shared headline: another title goes on.
  bool is_cut_off(const std::string& shared) const {
    const auto goes_on = [&](const std::string& title) {
      return !shared.empty() && title.starts_with(shared) &&
             trim(std::string_view(title).substr(shared.size())).starts_with('"');
    };
    return goes_on(page_.title) || goes_on(claims_.declared) ||
           std::any_of(page_.titles.begin(), page_.titles.end(), goes_on);
  }

 private:
  bool is_window_title(const std::string& title) const {
    return is_same(page_.title, title) || !site_behind(page_.title, title).empty();
  }

  /// A line of the page is this text, or ends with it behind a kicker.
  bool is_shown(const std::string& title) const {
    const std::string letters = letters_of(title);
    return std::any_of(page_.lines.begin(), page_.lines.end(), [&](const HtmlPage::Line& line) {
      if (line.text.size() < title.size() / 2 || line.text.size() > title.size() * 3) return false;
      const std::string whole = letters_of(line.text);
      return whole.size() >= letters.size() &&
             whole.compare(whole.size() - letters.size(), letters.size(), letters) == 0;
    });
  }

  bool is_heading(const std::string& title, bool in_menus) const {
    const std::string letters = letters_of(title);
    return std::any_of(page_.lines.begin(), page_.lines.end(), [&](const HtmlPage::Line& line) {
      const bool may_be = line.hint.tag == Tag::Title || line.hint.tag == Tag::Heading;
      return may_be && (in_menus || !line.hint.is_apart()) && letters_of(line.text) == letters;
    });
  }

  const HtmlPage& page_;
  const HeadlineClaims& claims_;
  std::string twitter_;
};

}  // namespace

ChosenHeadline choose_headline(const HtmlPage& page, const HeadlineClaims& claims) {
  ChosenHeadline chosen;
  const auto use = [&](const std::string& text, const char* from) {
    if (!chosen.text.empty() || text.empty()) return;
    chosen = {text, from};
  };
  std::vector<std::string> others = page.titles;
  if (!claims.declared.empty()) others.push_back(claims.declared);
  const Titles titles(page, claims);
  const std::string shared = without_site(claims.shared, claims, others);
  const bool is_cut_off = titles.is_cut_off(shared);
  const bool differs = !claims.declared.empty() && !is_same(shared, claims.declared);
  if (is_cut_off ||
      (differs && (titles.is_outvoted(shared) || titles.is_for_machines(shared)))) {
    use(claims.declared, "json-ld headline");
  }
  if (!is_cut_off) use(shared, "");
  use(claims.declared, "json-ld headline");
  if (!page.titles.empty()) use(page.titles.front(), "h1");
  use(page.title, "title");
  if (chosen.from.empty()) {
    const std::string_view title = behind_kicker(chosen.text, claims.alternative);
    if (!title.empty()) chosen.text = std::string(title);
  }
  if (chosen.from == "title" || chosen.from == "h1") {
    chosen.text = without_site(chosen.text, claims, others);
  }
  return chosen;
}

}  // namespace news
