#include "indexer/clean/page_kicker.h"

#include <algorithm>
#include <string>

#include "common/article/name_folding.h"
#include "common/base/text.h"
#include "indexer/clean/letter_case.h"
#include "indexer/clean/page_path.h"
#include "indexer/clean/vocabulary.h"
#include "indexer/reader/kicker.h"

namespace news {
namespace {

constexpr std::size_t kShortestRest = 16;  // bytes
constexpr std::size_t kFewestLetters = 4;
constexpr double kSameTitle = 0.5;
constexpr double kOtherTitle = 0.3;
// Bytes of quotes, dashes and colons that two copies of a title may differ by.
constexpr std::size_t kMostSigns = 24;
constexpr std::size_t kMostPathWords = 3;
constexpr std::ptrdiff_t kFewestSameWords = 3;
constexpr double kSameKicker = 0.99;

/// The share of the words of `text` that `other` has.
double shared(std::string_view text, std::string_view other) {
  Vocabulary words;
  words.add(other);
  words.seal();
  return words.share(text);
}

/// Of a headline that stands on the page twice, but for a colon. Where a list has the one with the
/// colon, or where it comes after the headline as the name of a picture, both parts are the title;
/// else the first is a kicker.
std::string_view one_of_two(const PageLine& headline, const PageLine& other, bool is_below) {
  const bool has_colon = other.text.find(':') != other.text.npos;
  if (headline.is_item || other.is_item) return has_colon ? other.text : headline.text;
  if (is_below && has_colon && headline.text.find(':') == headline.text.npos) return other.text;
  const std::string_view rest = behind_kicker(headline.text, other.text);
  if (!rest.empty() && starts_with_capital(rest)) return rest;
  return has_colon ? other.text : headline.text;
}

/// The title at the end of `headline`, which has a kicker before it without any sign between: where
/// the page's other title of the story, "Politics: Why the harbour closes early", begins. Most
/// words of both titles agree, and none of the kicker's is in the other.
std::string_view title_of_run_on(std::string_view headline, std::string_view other) {
  const std::size_t colon = other.find(": ");
  if (colon == other.npos || headline.find(':') != headline.npos) return {};
  const std::string_view title = trim(other.substr(colon + 1));
  const std::string_view first = title.substr(0, title.find(' '));
  if (first.size() < kFewestLetters || !starts_with_capital(first)) return {};
  const std::size_t at = headline.find(std::string(" ").append(first).append(" "));
  if (at == headline.npos) return {};
  const std::string_view rest = headline.substr(at + 1);
  const auto blanks = std::count(rest.begin(), rest.end(), ' ');
  if (blanks + 1 < kFewestTitleWords || shared(headline.substr(0, at), other) > kOtherTitle)
    return {};
  const bool is_same = shared(rest, title) >= kSameTitle && shared(title, rest) >= kSameTitle;
  return is_same ? rest : std::string_view{};
}

/// The title at the end of the path to the page, "Harbour: Council keeps the ferries", where the
/// headline has the same kicker and the same end but no sign between its parts.
bool is_parted_copy(std::string_view headline, std::string_view copy) {
  const std::size_t colon = copy.find(": ");
  if (colon == copy.npos || headline.find(':') != headline.npos) return false;
  std::size_t same = 0;
  while (same < headline.size() && same < copy.size() - colon &&
         headline[headline.size() - 1 - same] == copy[copy.size() - 1 - same]) {
    ++same;
  }
  const std::string_view end = copy.substr(copy.size() - same);
  return std::count(end.begin(), end.end(), ' ') >= kFewestSameWords &&
         shared(copy.substr(0, colon), headline) >= kSameKicker;
}

/// True when the words before a copy of the headline in it are the path to the page: few, each with
/// a capital, and all of them before the title, whose end only the copy may leave out.
bool is_path_before(std::string_view whole, std::size_t at, std::string_view copy) {
  if (whole[at - 1] != ' ' || !starts_with_capital(copy) || copy.size() * 2 < whole.size())
    return false;
  const std::vector<std::string_view> steps = split(trim(whole.substr(0, at)), ' ');
  return steps.size() <= kMostPathWords &&
         std::all_of(steps.begin(), steps.end(), starts_with_capital);
}

/// False when the last letters tell that two titles are not the same, whatever their signs.
bool may_end_alike(std::string_view a, std::string_view b) {
  const bool are_plain =
      !a.empty() && !b.empty() && is_ascii_alnum(a.back()) && is_ascii_alnum(b.back());
  return !are_plain || ascii_lower(a.back()) == ascii_lower(b.back());
}

std::string_view without_kicker(const std::vector<PageLine>& lines, std::size_t headline) {
  const std::string_view whole = lines[headline].text;
  const std::string folded = fold_name(whole);
  std::string_view best = whole;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::string_view other = lines[i].text;
    if (i == headline || lines[i].words < kFewestTitleWords || other.size() > 2 * whole.size()) {
      continue;
    }
    const std::size_t more = std::max(other.size(), whole.size());
    const std::size_t less = std::min(other.size(), whole.size());
    if (more - less <= kMostSigns && may_end_alike(other, whole) && fold_name(other) == folded) {
      return one_of_two(lines[headline], lines[i], i > headline);
    }
    if (ends_path_from_home(lines, i) && is_parted_copy(whole, other)) return other;
    if (const std::string_view title = title_of_run_on(whole, other); !title.empty()) best = title;
    const std::size_t at = whole.find(other);
    if (at == whole.npos || at == 0) continue;
    if (at + other.size() != whole.size()) {
      if (is_path_before(whole, at, other)) best = whole.substr(at);
      continue;
    }
    const bool is_one_title = at > 1 && whole[at - 2] == ':';
    const bool is_start = whole[at - 1] == ' ' || whole[at - 1] == '"';
    if (is_start && !is_one_title && starts_with_capital(other) && other.size() > kShortestRest) {
      best = other;
    }
  }
  return best;
}

/// ": what is behind it" as the next line: the page had both in one, each in an element.
std::string_view continuation(const std::vector<PageLine>& lines, std::size_t headline) {
  if (headline + 1 >= lines.size()) return {};
  const PageLine& next = lines[headline + 1];
  std::string_view text = next.text;
  if (!text.starts_with(": ") || next.words < 2 || next.ends_sentence) return {};
  // The name of the picture that follows.
  if (text.ends_with(']')) text = trim(text.substr(0, text.rfind('[')));
  return text;
}

/// "Night ferries:" as a line, with what is told of them as the next.
std::string_view second_half(const std::vector<PageLine>& lines, std::size_t headline) {
  if (!lines[headline].text.ends_with(':')) return {};
  std::size_t next = headline + 1;
  while (next < lines.size() && lines[next].is_blank) ++next;
  if (next >= lines.size()) return {};
  const PageLine& line = lines[next];
  const bool is_title = line.words >= 2 && line.words <= kMostTitleWords / 2 && !line.is_item &&
                        !line.after_image && !line.text.ends_with('.') &&
                        starts_with_capital(line.text);
  return is_title ? line.text : std::string_view{};
}

}  // namespace

bool goes_on_below(const std::vector<PageLine>& lines, std::size_t at) {
  return !second_half(lines, at).empty();
}

std::string headline_text(const std::vector<PageLine>& lines, std::size_t headline) {
  if (const std::string_view rest = second_half(lines, headline); !rest.empty()) {
    return std::string(lines[headline].text) + " " + std::string(rest);
  }
  return std::string(without_kicker(lines, headline)) + std::string(continuation(lines, headline));
}

}  // namespace news
