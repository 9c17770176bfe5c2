#include "indexer/clean/page_headline.h"

#include <algorithm>
#include <cstdint>
#include <iterator>

#include "common/article/name_folding.h"
#include "common/base/text.h"
#include "indexer/clean/asked_once.h"
#include "indexer/clean/letter_case.h"
#include "indexer/clean/metadata_row.h"
#include "indexer/clean/page_kicker.h"
#include "indexer/clean/page_path.h"
#include "indexer/clean/page_talk.h"
#include "indexer/clean/relative_date.h"
#include "indexer/clean/title_shape.h"
#include "indexer/clean/vocabulary.h"

namespace news {
namespace {

constexpr int kFewestWords = 2;
constexpr std::size_t kReach = 80;  // lines with text between headline and story
constexpr double kEnough = 1.0;
constexpr double kDistancePoints = 0.03;
constexpr double kNearCopyPoints = 0.5;
constexpr double kInsidePoints = 1.5;  // a line amid the story is rather a subheading
constexpr double kSharePoints = 3.0;
constexpr int kOpeningParagraphs = 10;
constexpr int kNear = 2;  // lines with text
constexpr int kAround = 12;
constexpr double kPathPoints = 3.0;
constexpr double kAfterMenuPoints = 0.5;
constexpr double kBelowPathPoints = 2.0;
constexpr double kRivalPoints = 0.9;
constexpr double kOpenPoints = 0.5;
constexpr int kMostAgoWords = 5;
constexpr int kMostKickerWords = 4;
constexpr double kKickerPoints = 1.0;
constexpr double kSameTitleShare = 0.6;

/// What stands below a line.
struct Company {
  double points = 0;
  bool has_witness = false;  ///< a date row or a byline is close
  bool is_author = false;    ///< the byline is of the very name that the line is
};

bool is_title_like(const PageLine& line, const LineMarks& mark) {
  if (line.is_blank || line.is_image || line.text.empty()) return false;
  if (line.text.starts_with(": ")) return false;
  if (line.words < kFewestWords || line.words > kMostTitleWords) return false;
  if (mark.cue != Cue::None || mark.is_apart || mark.is_page_talk) return false;
  if (is_no_title_by_shape(line.text)) return false;
  // Marks know the talk of sentences only.
  return line.is_sentence_like() || !is_page_talk(line.text);
}

bool is_candidate(const PageLine& line, const LineMarks& mark) {
  return !line.is_item && is_title_like(line, mark);
}

/// True for an item without neighbours: a list that holds the story, not one of links.
bool is_lone_item(const std::vector<PageLine>& lines, std::size_t at) {
  const auto is_blank_at = [&](std::size_t i) { return i >= lines.size() || lines[i].is_blank; };
  if (lines[at].hint.is_marked_up() || lines[at].words < kFewestTitleWords) return false;
  if (at == 0 || !is_blank_at(at - 1) || !is_blank_at(at + 1)) return false;
  std::size_t above = at;
  while (above > 0 && lines[above - 1].is_blank) --above;
  std::size_t below = at + 1;
  while (below < lines.size() && lines[below].is_blank) ++below;
  return above > 0 && !lines[above - 1].is_item && below < lines.size() && !lines[below].is_item;
}

/// "3 minutes ago", in any language.
bool is_ago(const PageLine& line) {
  return line.words <= kMostAgoWords &&
         std::any_of(line.text.begin(), line.text.end(), is_ascii_digit) &&
         read_relative_time(line.text).has_value();
}

/// Dates, bylines and notes of time, each line asked once however many titles stand above it.
class Witnesses {
 public:
  Witnesses(const std::vector<PageLine>& lines, DateRows& date_rows)
      : lines_(lines), date_rows_(date_rows), answers_(lines.size()) {}

  bool is_witness(std::size_t i) {
    return answers_.of(i, [&] {
      const PageLine& line = lines_[i];
      return is_byline(line) || date_rows_.has(i) || is_time_note(line) || is_ago(line);
    });
  }

 private:
  const std::vector<PageLine>& lines_;
  DateRows& date_rows_;
  AskedOnce answers_;
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
  int paragraphs = 0;
  for (std::size_t i = at + 1; i < end && seen < kAround; ++i) {
    if (lines[i].is_blank || lines[i].is_image || lines[i].words == 0) continue;
    ++seen;
    if (witnesses.is_witness(i)) {
      company.points += seen <= kNear ? 3.0 : seen <= 5 ? 2.6 : 1.0;
      // Author and date stand above the text, at most below its standfirst; further down they are
      // another story's.
      company.has_witness = seen <= 5 && paragraphs <= (seen <= kNear + 1 ? 1 : 0);
      company.is_author = names_author(lines[at].text, lines[i].text);
      return company;
    }
    if (!marks[i].is_paragraph) continue;
    if (++paragraphs > 1) continue;
    company.points += seen <= kNear ? 1.5 : 0.7;
  }
  return company;
}

/// True when each word is a name or a title: "Jane Doe Senior Reporter".
bool is_all_names(std::string_view text) {
  if (text.find(':') != text.npos) return false;
  for (std::size_t i = 0; i < text.size();) {
    std::size_t end = text.find(' ', i);
    if (end == std::string_view::npos) end = text.size();
    if (end > i && !starts_with_capital(text.substr(i, end - i))) return false;
    i = end + 1;
  }
  return true;
}

/// Ends in a full stop, maybe within quotes.
bool is_statement(const PageLine& line) {
  static constexpr std::string_view kStops[] = {".",       ".\"",     ".\u201d",
                                                ".\u201c", ".\u2019", ".\u00bb"};
  return line.ends_sentence &&
         std::any_of(std::begin(kStops), std::end(kStops),
                     [&](std::string_view stop) { return line.text.ends_with(stop); });
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
  if (mark.is_caption || line.after_image) points -= 2;
  if (is_statement(line)) points -= 2.5;
  if (line.is_sentence_like() && line.words > 20) points -= 1.5;
  if (!line.after_image && mark.has_credit) points -= 1;
  if (is_all_names(line.text)) points -= line.words <= 7 ? 0.4 : 0.3;
  if (line.text.find(" > ") != std::string_view::npos) points -= 4;
  // Korean and Japanese titles begin with "[속보]".
  const std::size_t bracket = line.text.find('[');
  if (bracket != line.text.npos && !(bracket == 0 && has_east_letter(line.text))) points -= 2;
  if (line.text.find(" | ") != std::string_view::npos) points -= 0.5;
  return points;
}

/// Some papers put the date above the headline.
bool is_below_witness(const std::vector<PageLine>& lines, Witnesses& witnesses, std::size_t at) {
  while (at > 0 && lines[at - 1].is_blank) --at;
  return at > 0 && witnesses.is_witness(at - 1);
}

/// A headline opens the article: a menu, the path to the page or its date stands above it, and
/// below it another title may.
double position_points(const std::vector<PageLine>& lines, const std::vector<LineMarks>& marks,
                       Witnesses& witnesses, std::size_t at) {
  if (is_below_path(lines, at)) return kBelowPathPoints;
  for (std::size_t i = at; i-- > 0;) {
    if (lines[i].is_blank || lines[i].is_image || lines[i].words == 0) continue;
    if (witnesses.is_witness(i)) return kAfterMenuPoints;
    const bool is_rival = lines[i].words >= 5 && lines[i].words <= 22 && !marks[i].is_caption &&
                          is_candidate(lines[i], marks[i]);
    if (is_rival) return -kRivalPoints;
    return lines[i].is_item || lines[i].words <= kMostStepWords ? kAfterMenuPoints : 0.0;
  }
  return kAfterMenuPoints;
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

/// True for a short line right above a title: what the title is about, "War in Europe".
bool is_kicker(const std::vector<PageLine>& lines, const std::vector<LineMarks>& marks,
               std::size_t at) {
  if (lines[at].words > kMostKickerWords || lines[at].hint.tag == LineHint::Tag::Title) {
    return false;
  }
  std::size_t next = at + 1;
  while (next < lines.size() && lines[next].is_blank) ++next;
  return next < lines.size() && lines[next].words > kMostKickerWords &&
         lines[next].words <= kMostTitleWords / 2 && !marks[next].is_paragraph &&
         !lines[next].ends_sentence && is_candidate(lines[next], marks[next]);
}

/// What a line loses by the line below it: as a kicker, or when nothing is behind its colon.
double below_points(const std::vector<PageLine>& lines, const std::vector<LineMarks>& marks,
                    std::size_t at) {
  const bool is_open = lines[at].text.ends_with(':') && !goes_on_below(lines, at);
  return (is_kicker(lines, marks, at) ? kKickerPoints : 0.0) + (is_open ? kOpenPoints : 0.0);
}

/// Pages have a title for search engines, and below it the one that readers see, right above the
/// byline or date: told by most of its words being in the upper one.
std::size_t nearest_title(const std::vector<PageLine>& lines, const std::vector<LineMarks>& marks,
                          Witnesses& witnesses, std::size_t best) {
  if (lines[best].hint.is_marked_up()) return best;
  Vocabulary words;
  words.add(lines[best].text);
  words.seal();
  std::size_t title = best;
  int seen = 0;
  int since_title = 0;
  for (std::size_t i = best + 1; i < lines.size() && seen < kNear * 3; ++i) {
    if (lines[i].is_blank || lines[i].is_image || lines[i].words == 0) continue;
    if (witnesses.is_witness(i)) return since_title <= 1 ? title : best;
    if (marks[i].is_paragraph) return best;
    ++seen;
    ++since_title;
    if (lines[i].words < kFewestTitleWords || !is_candidate(lines[i], marks[i])) continue;
    if (lines[i].text == lines[best].text || words.share(lines[i].text) < kSameTitleShare) continue;
    title = i;
    since_title = 0;
  }
  return best;
}

}  // namespace

std::optional<std::size_t> find_headline(const std::vector<PageLine>& lines,
                                         const std::vector<LineMarks>& marks, const BodySpan& body,
                                         std::string_view title, DateRows& date_rows) {
  if (const auto known = find_title(lines, body, title)) return known;
  const Vocabulary opening = opening_words(lines, marks, body);
  Witnesses witnesses(lines, date_rows);
  std::optional<std::size_t> best;
  double most = kEnough;
  std::size_t distance = 0;
  for (std::size_t i = search_end(lines, marks, body) + 1; i-- > 0 && distance < kReach;) {
    if (lines[i].is_blank || lines[i].is_image) continue;
    if (i < body.first) ++distance;
    const bool is_path = ends_path(lines, i);
    if (!is_path && !is_title_like(lines[i], marks[i])) continue;
    if (!is_path && lines[i].is_item && !is_lone_item(lines, i)) continue;
    if (witnesses.is_witness(i)) continue;
    const Company company = company_of(lines, marks, witnesses, i, body.last + 1);
    const bool is_inside = i >= body.first;
    if (company.is_author) continue;
    const bool has_witness = company.has_witness || is_below_witness(lines, witnesses, i);
    if (is_inside && (!has_witness || marks[i].is_doubled)) continue;
    const double points =
        own_points(lines[i], marks[i]) + company.points +
        position_points(lines, marks, witnesses, i) + kSharePoints * opening.share(lines[i].text) -
        kDistancePoints * static_cast<double>(distance) - (is_inside ? kInsidePoints : 0.0) +
        (is_path ? kPathPoints : 0.0) - below_points(lines, marks, i);
    // Of equals the upper one: the lower is the name of its picture.
    if (points < most) continue;
    most = points;
    best = i;
  }
  if (best) best = nearest_title(lines, marks, witnesses, *best);
  return best;
}

}  // namespace news
