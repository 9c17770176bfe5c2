#include "indexer/clean/page_body.h"

#include <algorithm>
#include <bit>
#include <functional>
#include <string_view>

#include "indexer/clean/metadata_row.h"
#include "indexer/clean/page_talk.h"

namespace news {
namespace {

constexpr int kCaptionWords = 60;
constexpr int kMostParagraphWords = 120;  // so that no single long line is a story

// Items and thin lines are as often the text of a link.
constexpr int kItemDiscount = 10;
constexpr int kThinWords = 16;
constexpr int kThinDiscount = 4;

// What a line that is no paragraph takes away, in words.
constexpr int kOtherLine = 10;
constexpr int kFillerLine = 1;
constexpr int kApartLine = 3;
constexpr int kCaptionLine = 5;
constexpr int kLinkedPercent = 60;
constexpr std::size_t kFarLines = 8;
constexpr int kEndCue = 50;
constexpr int kNewArticle = 60;

bool is_filler(const PageLine& line, const LineMarks& mark) {
  return line.is_image || line.words == 0 || mark.cue == Cue::Furniture;
}

/// What a line adds to a stretch that already holds `paragraphs` of them.
int line_value(const PageLine& line, const LineMarks& mark, int paragraphs, std::size_t at,
               DateRows& date_rows) {
  if (line.is_blank) return 0;
  if (line.hint.tag == LineHint::Tag::Title && paragraphs >= 3) return -kNewArticle;
  if (mark.is_paragraph) {
    const int discount = line.is_item ? kItemDiscount : line.words < kThinWords ? kThinDiscount : 0;
    return std::min(line.words, kMostParagraphWords) - discount;
  }
  // A box that stands on the page again is none of its articles.
  if (is_filler(line, mark) || mark.is_repeated_far) return -kFillerLine;
  if (mark.is_apart && line.hint.is_apart()) return -kApartLine;
  if (mark.is_caption) return -kCaptionLine;
  if (mark.cue == Cue::End && paragraphs >= 2) return -kEndCue;
  if (line.is_short_sentence() && !line.is_item && !mark.is_page_talk) return 0;
  if (paragraphs >= 5 && (is_byline(line) || date_rows.has(at))) return -kNewArticle;
  return -kOtherLine;
}

/// Where each text of a page stood first: a hash table with open addressing, since a page has
/// hundreds of lines and most texts stand once.
class SeenTexts {
 public:
  struct Seen {
    std::string_view text;
    std::size_t first = 0;
    std::size_t copies = 0;
  };

  explicit SeenTexts(std::size_t lines) : seen_(std::bit_ceil(2 * lines + 1)) {}

  Seen& find(std::string_view text) {
    std::size_t at = std::hash<std::string_view>{}(text) & (seen_.size() - 1);
    while (seen_[at].copies != 0 && seen_[at].text != text) at = (at + 1) & (seen_.size() - 1);
    return seen_[at];
  }

 private:
  std::vector<Seen> seen_;
};

/// Notes which texts stand on the page more than once.
void mark_repetitions(const std::vector<PageLine>& lines, std::vector<LineMarks>& marks) {
  SeenTexts seen(lines.size());
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].is_blank || lines[i].text.empty()) continue;
    SeenTexts::Seen& before = seen.find(lines[i].text);
    if (before.copies == 0) before = {lines[i].text, i, 0};
    if (++before.copies == 1) continue;
    marks[i].is_repeated = true;
    marks[before.first].is_repeated = true;
    if (i - before.first >= kFarLines) {
      marks[i].is_repeated_far = true;
      marks[before.first].is_repeated_far = true;
    }
    const auto is_text = [](const PageLine& line) { return line.words > 0; };
    const bool side_by_side =
        before.copies == 2 && !lines[before.first].is_item &&
        std::none_of(lines.begin() + static_cast<std::ptrdiff_t>(before.first) + 1,
                     lines.begin() + static_cast<std::ptrdiff_t>(i), is_text);
    marks[i].is_doubled = side_by_side;
    marks[before.first].is_doubled = side_by_side;
  }
}

void mark_paragraph(const PageLine& line, LineMarks& mark) {
  mark.is_page_talk = is_page_talk(line.text);
  const bool is_copy = mark.is_repeated && line.words < 40;
  // A single question or shout is as likely a title.
  const bool is_title = line.words < 15 && line.sentences <= 1 &&
                        (line.text.back() == '?' || line.text.back() == '!');
  mark.is_paragraph = !mark.is_page_talk && !mark.is_caption && !is_copy && !is_title &&
                      mark.cue == Cue::None && !(line.is_item && line.words < 20) &&
                      !is_mere_date(line);
}

/// Mark-up has the last word on what the words alone leave open.
void use_hint(const PageLine& line, LineMarks& mark) {
  using Region = LineHint::Region;
  const LineHint& hint = line.hint;
  if (hint.is_declared) {
    mark.is_caption = false;
    mark.is_paragraph = line.words >= 8;
    return;
  }
  const bool is_linked = hint.link_percent >= kLinkedPercent;
  mark.is_apart = hint.is_apart() || is_linked;
  mark.is_caption = mark.is_caption || hint.region == Region::Caption;
  if (!mark.is_caption && !mark.is_paragraph && hint.tag == LineHint::Tag::Paragraph &&
      hint.in_story && line.words >= 8 && mark.cue == Cue::None && !mark.is_page_talk) {
    mark.is_paragraph = true;
  }
  const bool is_about_story = hint.region == Region::Byline || hint.region == Region::Tags;
  if (mark.is_apart || mark.is_caption || is_about_story) mark.is_paragraph = false;
}

}  // namespace

std::vector<LineMarks> mark_lines(const std::vector<PageLine>& lines) {
  std::vector<LineMarks> marks(lines.size());
  mark_repetitions(lines, marks);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const PageLine& line = lines[i];
    if (line.is_blank) continue;
    LineMarks& mark = marks[i];
    mark.cue = line_cue(line);
    mark.has_credit = line.words < kCaptionWords && has_picture_credit(line.text);
    mark.is_caption = line.words >= 2 && (mark.has_credit || (line.after_image && line.words < 40 &&
                                                              i > 0 && !lines[i - 1].is_blank));
    if (line.is_sentence_like()) mark_paragraph(line, mark);
    if (line.hint.is_marked_up()) use_hint(line, mark);
  }
  return marks;
}

BodySpan find_body(const std::vector<PageLine>& lines, const std::vector<LineMarks>& marks,
                   DateRows& date_rows) {
  // Kadane's maximum subarray over the values of the lines.
  BodySpan best;
  int most = 0;
  int sum = 0;
  int paragraphs = 0;
  std::size_t first = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const int value = line_value(lines[i], marks[i], paragraphs, i, date_rows);
    if (sum <= 0) {
      if (!marks[i].is_paragraph) continue;
      sum = 0;
      paragraphs = 0;
      first = i;
    }
    sum += value;
    paragraphs += marks[i].is_paragraph ? 1 : 0;
    if (!marks[i].is_paragraph || sum <= most) continue;
    most = sum;
    best = {true, first, i};
  }
  return best;
}

}  // namespace news
