#include "indexer/clean/page_headline.h"

#include <algorithm>
#include <cstdint>

#include "common/article/name_folding.h"
#include "indexer/clean/letter_case.h"
#include "indexer/clean/metadata_row.h"
#include "indexer/clean/vocabulary.h"

namespace news {
namespace {

constexpr int kFewestWords = 2;
constexpr int kMostWords = 34;
constexpr std::size_t kReach = 80;  // lines with text between headline and story
constexpr double kEnough = 1.0;
constexpr double kDistancePoints = 0.03;
constexpr double kNearCopyPoints = 0.5;
constexpr double kInsidePoints = 1.5;  // a line amid the story is rather a subheading
constexpr double kSharePoints = 3.0;
constexpr int kOpeningParagraphs = 10;
constexpr int kNear = 2;  // lines with text
constexpr int kAround = 12;
constexpr int kFewestTitleWords = 4;
constexpr std::size_t kShortestRest = 16;

/// What stands below a line.
struct Company {
  double points = 0;
  bool has_witness = false;  ///< a date row or a byline is close
  bool is_author = false;    ///< the byline is of the very name that the line is
};

bool is_candidate(const PageLine& line, const LineMarks& mark) {
  if (line.is_blank || line.is_image || line.text.empty() || line.is_item) return false;
  if (line.words < kFewestWords || line.words > kMostWords) return false;
  return mark.cue == Cue::None && !mark.is_apart && !is_page_talk(line.text);
}

/// Dates, bylines and notes of time, each line asked once however many titles stand above it.
class Witnesses {
 public:
  explicit Witnesses(const std::vector<PageLine>& lines)
      : lines_(lines), states_(lines.size(), State::Unknown) {}

  bool is_witness(std::size_t i) {
    State& state = states_[i];
    if (state == State::Unknown) {
      const PageLine& line = lines_[i];
      state = is_byline(line) || is_date_row(line) || is_time_note(line) ? State::Yes : State::No;
    }
    return state == State::Yes;
  }

 private:
  enum class State : std::uint8_t { Unknown, No, Yes };
  const std::vector<PageLine>& lines_;
  std::vector<State> states_;
};

bool names_author(std::string_view line, std::string_view byline) {
  const std::string_view names = byline_names(byline);
  return !names.empty() && names.substr(0, line.size()) == line;
}

/// Points for what follows a headline: a date, a byline or the standfirst.
Company company_of(const std::vector<PageLine>& lines, const std::vector<LineMarks>& marks,
                   Witnesses& witnesses, std::size_t at, std::size_t end) {
  Company company;
  int seen = 0;
  bool has_paragraph = false;
  for (std::size_t i = at + 1; i < end && seen < kAround; ++i) {
    if (lines[i].is_blank || lines[i].is_image || lines[i].words == 0) continue;
    ++seen;
    if (witnesses.is_witness(i)) {
      company.points += seen <= kNear ? 3.0 : seen <= 5 ? 2.6 : 1.0;
      // Author and date stand above the text; below it they are another story's.
      company.has_witness = seen <= 5 && !has_paragraph;
      company.is_author = names_author(lines[at].text, lines[i].text);
      return company;
    }
    if (has_paragraph || !marks[i].is_paragraph) continue;
    has_paragraph = true;
    company.points += seen <= kNear ? 1.5 : 0.7;
  }
  return company;
}

/// True when each word is a name or a title: "Jane Doe Senior Reporter".
bool is_all_names(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    std::size_t end = text.find(' ', i);
    if (end == std::string_view::npos) end = text.size();
    if (end > i && !starts_with_capital(text.substr(i, end - i))) return false;
    i = end + 1;
  }
  return true;
}

double own_points(const PageLine& line, const LineMarks& mark) {
  double points = 0;
  if (line.words >= 5 && line.words <= 22) points += 1.5;
  if (line.words == 4) points += 0.8;
  if (line.words > 14) points -= 0.08 * (line.words - 14);
  if (line.words < 4) points -= 0.5;
  if (line.hint.tag == LineHint::Tag::Title) points += 3;
  if (mark.is_doubled) points -= 1.5;
  if (mark.is_repeated && !mark.is_doubled && line.words >= 3) {
    points += mark.is_repeated_far ? (line.words >= 5 ? 2 : 1) : kNearCopyPoints;
  }
  if (mark.is_caption || line.after_image) points -= 2.5;
  if (line.ends_sentence && line.text.back() == '.') points -= 2.5;
  if (line.is_sentence_like() && line.words > 20) points -= 1.5;
  if (!line.after_image && mark.has_credit) points -= 1;
  if (is_all_names(line.text)) points -= line.words <= 7 ? 0.8 : 0.3;
  if (line.text.find(" > ") != std::string_view::npos) points -= 4;
  if (line.text.find('[') != std::string_view::npos) points -= 2;
  if (line.text.find(" | ") != std::string_view::npos) points -= 0.5;
  return points;
}

/// A headline opens the article: above it stand menus, below it another title may.
double position_points(const std::vector<PageLine>& lines, const std::vector<LineMarks>& marks,
                       std::size_t at) {
  for (std::size_t i = at; i-- > 0;) {
    if (lines[i].is_blank || lines[i].is_image || lines[i].words == 0) continue;
    const bool is_rival = is_candidate(lines[i], marks[i]) && lines[i].words >= 5 &&
                          lines[i].words <= 22 && !marks[i].is_caption;
    return is_rival ? -0.9 : 0.0;
  }
  return 0.5;
}

/// What the first paragraphs are about.
Vocabulary opening_words(const std::vector<PageLine>& lines, const std::vector<LineMarks>& marks,
                         const BodySpan& body) {
  Vocabulary words;
  int paragraphs = 0;
  for (std::size_t i = body.first; i <= body.last && paragraphs < kOpeningParagraphs; ++i) {
    if (!marks[i].is_paragraph) continue;
    ++paragraphs;
    words.add(lines[i].text);
  }
  words.seal();
  return words;
}

/// The last line inside the story where a headline may still stand: before its third part.
std::size_t search_end(const std::vector<PageLine>& lines, const std::vector<LineMarks>& marks,
                       const BodySpan& body) {
  int total = 0;
  for (std::size_t i = body.first; i <= body.last; ++i) {
    if (marks[i].is_paragraph) total += lines[i].words;
  }
  int words = 0;
  for (std::size_t i = body.first; i <= body.last; ++i) {
    if (marks[i].is_paragraph) words += lines[i].words;
    if (words * 3 > total) return i;
  }
  return body.first;
}

/// The line that says what metadata call the headline; the one in the mark of a title first.
std::optional<std::size_t> find_title(const std::vector<PageLine>& lines, const BodySpan& body,
                                      std::string_view title) {
  std::optional<std::size_t> found;
  if (title.empty()) return found;
  const std::string folded = fold_name(title);
  for (std::size_t i = 0; i < lines.size() && i <= body.last; ++i) {
    const PageLine& line = lines[i];
    if (line.words == 0 || line.text.size() * 2 < title.size() ||
        line.text.size() > title.size() * 2 || fold_name(line.text) != folded) {
      continue;
    }
    if (line.hint.tag == LineHint::Tag::Title) return i;
    if (i < body.first || !found) found = i;
  }
  return found;
}

}  // namespace

std::optional<std::size_t> find_headline(const std::vector<PageLine>& lines,
                                         const std::vector<LineMarks>& marks, const BodySpan& body,
                                         std::string_view title) {
  if (const auto known = find_title(lines, body, title)) return known;
  const Vocabulary opening = opening_words(lines, marks, body);
  Witnesses witnesses(lines);
  std::optional<std::size_t> best;
  double most = kEnough;
  std::size_t distance = 0;
  for (std::size_t i = search_end(lines, marks, body) + 1; i-- > 0 && distance < kReach;) {
    if (lines[i].is_blank || lines[i].is_image) continue;
    if (i < body.first) ++distance;
    if (!is_candidate(lines[i], marks[i])) continue;
    if (witnesses.is_witness(i)) continue;
    const Company company = company_of(lines, marks, witnesses, i, body.last + 1);
    const bool is_inside = i >= body.first;
    if (company.is_author) continue;
    if (is_inside && (!company.has_witness || marks[i].is_doubled)) continue;
    const double points =
        own_points(lines[i], marks[i]) + company.points + position_points(lines, marks, i) +
        kSharePoints * opening.share(lines[i].text) -
        kDistancePoints * static_cast<double>(distance) - (is_inside ? kInsidePoints : 0.0);
    // Of equals the upper one: the lower is the name of its picture.
    if (points < most) continue;
    most = points;
    best = i;
  }
  return best;
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
    // "Leeds: Man arrested" says that both parts are the title.
    const bool has_colon = other.find(':') != other.npos;
    if (fold_name(other) == folded) return has_colon ? other : whole;
    const std::size_t at = whole.find(other);
    if (at == whole.npos || at == 0 || at + other.size() != whole.size()) continue;
    const bool is_one_title = at > 1 && whole[at - 2] == ':';
    const bool is_start = whole[at - 1] == ' ' || whole[at - 1] == '"';
    if (is_start && !is_one_title && starts_with_capital(other) && other.size() > kShortestRest) {
      best = other;
    }
  }
  return best;
}

}  // namespace news
