#include "indexer/clean/page_body.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>

#include "indexer/clean/metadata_row.h"

namespace news {
namespace {

constexpr std::size_t kLongestGap = 16;    // other lines between two paragraphs of one story
constexpr std::size_t kLongestDetour = 24; // the same across a cue that the story is over
constexpr int kOtherLineCost = 6;
constexpr int kCaptionWords = 60;

struct Run {
  std::size_t first = 0;
  std::size_t last = 0;
  int words = 0;
  int paragraphs = 0;
  int others = 0;  ///< lines between the paragraphs that are none
  bool ended_by_cue = false;

  /// Stories are dense; lists of links with a sentence each are not.
  int weight() const { return words - kOtherLineCost * others; }
};

bool is_filler(const PageLine& line, const LineMarks& mark) {
  return line.is_blank || line.is_image || line.text.empty() || mark.cue == Cue::Furniture;
}

/// Cuts the page into runs of paragraphs.
std::vector<Run> find_runs(const std::vector<PageLine>& lines,
                           const std::vector<LineMarks>& marks) {
  std::vector<Run> runs;
  bool is_open = false;
  std::size_t gap = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (marks[i].is_paragraph) {
      if (!is_open) runs.push_back({i, i, 0, 0, 0, false});
      if (is_open) runs.back().others += static_cast<int>(gap);
      is_open = true;
      gap = 0;
      runs.back().last = i;
      runs.back().words += lines[i].words;
      ++runs.back().paragraphs;
      continue;
    }
    if (!is_open || is_filler(lines[i], marks[i])) continue;
    const bool is_over = marks[i].cue == Cue::End && runs.back().paragraphs >= 2;
    if (is_over) runs.back().ended_by_cue = true;
    if (is_over || ++gap > kLongestGap) is_open = false;
  }
  return runs;
}

bool goes_on(const std::vector<PageLine>& lines, const std::vector<LineMarks>& marks, const Run& a,
             const Run& b) {
  if (!a.ended_by_cue || b.paragraphs < 2 || b.words < 18 * b.paragraphs) return false;
  std::size_t gap = 0;
  for (std::size_t i = a.last + 1; i < b.first; ++i) {
    if (is_filler(lines[i], marks[i])) continue;
    if (is_byline(lines[i]) || is_date_row(lines[i])) return false;
    if (++gap > kLongestDetour) return false;
  }
  return true;
}

/// Paragraphs that stand alone at an end of the run, far from the others, are teasers.
void trim_ends(const std::vector<PageLine>& lines, const std::vector<LineMarks>& marks, Run& run) {
  const auto lonely = [&](std::size_t at, std::size_t towards) {
    std::size_t gap = 0;
    for (std::size_t i = std::min(at, towards) + 1; i < std::max(at, towards); ++i) {
      if (!is_filler(lines[i], marks[i])) ++gap;
    }
    return gap >= 6 && lines[at].words < 30;
  };
  for (bool changed = true; changed && run.paragraphs > 2;) {
    changed = false;
    std::size_t next = run.last;
    while (next > run.first && !(next != run.last && marks[next].is_paragraph)) --next;
    if (next > run.first && lonely(run.last, next)) {
      run.last = next;
      --run.paragraphs;
      changed = true;
    }
  }
}

}  // namespace

std::vector<LineMarks> mark_lines(const std::vector<PageLine>& lines) {
  std::vector<LineMarks> marks(lines.size());
  std::unordered_map<std::string_view, std::size_t> seen;
  seen.reserve(lines.size());
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const PageLine& line = lines[i];
    if (line.is_blank || line.text.empty()) continue;
    const auto [first, is_new] = seen.emplace(line.text, i);
    if (!is_new) {
      marks[i].is_repeated = true;
      marks[first->second].is_repeated = true;
    }
    marks[i].cue = line_cue(line);
  }
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const PageLine& line = lines[i];
    if (line.is_blank) continue;
    LineMarks& mark = marks[i];
    const bool has_credit = line.words < kCaptionWords && has_picture_credit(line.text);
    mark.is_caption = line.words >= 2 && (has_credit || (line.after_image && line.words < 40 &&
                                                         i > 0 && !lines[i - 1].is_blank));
    if (!line.is_sentence_like()) continue;
    mark.is_page_talk = is_page_talk(line.text);
    const bool is_doubled = mark.is_repeated && line.words < 40;
    // A single question or shout is as likely a title.
    const bool is_title = line.words < 15 && line.sentences <= 1 &&
                          (line.text.back() == '?' || line.text.back() == '!');
    mark.is_paragraph = !mark.is_page_talk && !mark.is_caption && !is_doubled && !is_title &&
                        mark.cue == Cue::None && !(line.is_item && line.words < 20);
  }
  return marks;
}

BodySpan find_body(const std::vector<PageLine>& lines, const std::vector<LineMarks>& marks) {
  const std::vector<Run> parts = find_runs(lines, marks);
  std::vector<Run> runs;
  for (const Run& part : parts) {
    if (!runs.empty() && goes_on(lines, marks, runs.back(), part)) {
      runs.back().last = part.last;
      runs.back().words += part.words;
      runs.back().paragraphs += part.paragraphs;
      runs.back().ended_by_cue = part.ended_by_cue;
    } else {
      runs.push_back(part);
    }
  }
  if (runs.empty()) return {};
  Run best = *std::max_element(runs.begin(), runs.end(),
                               [](const Run& a, const Run& b) { return a.weight() < b.weight(); });
  trim_ends(lines, marks, best);
  return {true, best.first, best.last};
}

}  // namespace news
