#include "indexer/clean/page_zoner.h"

#include <algorithm>

#include "common/article/countries.h"
#include "common/base/text.h"
#include "indexer/clean/credit.h"
#include "indexer/clean/page_headline.h"
#include "indexer/clean/page_kicker.h"
#include "indexer/clean/page_names.h"
#include "indexer/clean/publisher_country.h"

namespace news {
namespace {

constexpr std::size_t kMostStandfirsts = 2;
constexpr int kSubheadingWords = 16;
constexpr int kFewestSummaryWords = 6;

void append(std::vector<std::string>& list, std::vector<std::string> more) {
  list.insert(list.end(), more.begin(), more.end());
}

}  // namespace

PageZoner::PageZoner(const PageSource& source)
    : title_(source.headline),
      lines_(page_lines(source.text, source.hints ? *source.hints : std::vector<LineHint>{})),
      marks_(mark_lines(lines_)),
      date_rows_(lines_),
      body_(find_body(lines_, marks_, date_rows_)) {
  page_.lines.reserve(lines_.size());
  for (std::size_t i = 0; i < lines_.size(); ++i) {
    page_.lines.push_back({i + 1, std::string(lines_[i].whole), Zone::Navigation, {}});
    if (lines_[i].is_blank) set(i, Zone::Blank, "blank");
  }
}

PageReading PageZoner::read() {
  if (!body_.found) {
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (!is_set(i)) set(i, Zone::Navigation, "no story on the page");
    }
    return std::move(page_);
  }
  headline_ = find_headline(lines_, marks_, body_, title_, date_rows_);
  story_blocks_ = StoryBlocks(lines_, marks_, body_);
  start_below_headline();
  move_standfirst();
  zone_head();
  zone_story();
  zone_tail();
  collect();
  return std::move(page_);
}

void PageZoner::set(std::size_t index, Zone zone, std::string_view rule) {
  page_.lines[index].zone = zone;
  page_.lines[index].rule = rule;
}

/// What looked like paragraphs above the headline was something else.
void PageZoner::start_below_headline() {
  if (!headline_ || *headline_ < body_.first) return;
  body_.first = *headline_ + 1;
  while (body_.first < body_.last && !marks_[body_.first].is_paragraph) ++body_.first;
}

/// Paragraphs between the headline and a row of dates stand above the story: the summary.
void PageZoner::move_standfirst() {
  if (!headline_) return;
  std::size_t paragraphs = 0;
  std::vector<std::size_t> standfirst;
  for (std::size_t i = *headline_ + 1; i <= body_.last && paragraphs <= kMostStandfirsts; ++i) {
    if (lines_[i].is_blank) continue;
    if (marks_[i].is_paragraph) {
      ++paragraphs;
      standfirst.push_back(i);
      continue;
    }
    if (!date_rows_.has(i)) continue;
    std::size_t next = i + 1;
    while (next <= body_.last && !marks_[next].is_paragraph) ++next;
    if (standfirst.empty() || next > body_.last) return;
    for (const std::size_t k : standfirst) set(k, Zone::Summary, "paragraph before the date row");
    body_.first = next;
    return;
  }
}

/// What mark-up says of a line that is none of the story's paragraphs.
bool PageZoner::zone_by_hint(std::size_t i) {
  const auto found = zone_of_hint(lines_[i]);
  if (found) set(i, found->zone, found->rule);
  return found.has_value();
}

void PageZoner::zone_head() {
  zone_before_headline();
  for (std::size_t i = headline_ ? *headline_ + 1 : body_.first; i < body_.first; ++i) {
    if (!is_set(i)) zone_between(i);
  }
}

void PageZoner::zone_before_headline() {
  const std::size_t end = headline_.value_or(body_.first);
  bool has_row_below = false;
  for (std::size_t i = end; i < body_.first; ++i) has_row_below |= date_rows_.has(i);
  for (std::size_t i = 0; i < end; ++i) {
    if (is_set(i)) continue;
    const bool is_close = end - i <= 4 && headline_ && !has_row_below;
    if (is_close && date_rows_.has(i) && lines_[i].words <= 16) {
      set(i, Zone::DatelineRow, "date above the headline");
    } else {
      set(i, Zone::Navigation, "above the headline");
    }
  }
  if (headline_) {
    set(*headline_, Zone::Headline,
        marks_[*headline_].is_repeated ? "title line that is repeated"
                                       : "title line above the story");
  }
}

/// A picture's name stands right under the repeated headline, which is the picture's other text.
bool PageZoner::is_picture_name(std::size_t index) const {
  if (index == 0 || lines_[index].words > 12 || lines_[index].is_item) return false;
  const std::size_t above = index - 1;
  return headline_ && above != *headline_ && lines_[above].text == lines_[*headline_].text;
}

void PageZoner::zone_between(std::size_t i) {
  const PageLine& line = lines_[i];
  const LineMarks& mark = marks_[i];
  if (headline_ && line.text == lines_[*headline_].text) {
    set(i, Zone::Navigation, "headline again");
  } else if (zone_by_hint(i)) {
    return;
  } else if (line.is_image || line.text.empty()) {
    set(i, Zone::Navigation, "name of an image");
  } else if (mark.cue == Cue::Countries) {
    zone_country_list(i);
  } else if (mark.cue == Cue::Machine) {
    zone_machine_summary(i);
  } else if (date_rows_.has(i)) {
    set(i, Zone::DatelineRow, "date row");
  } else if (is_byline(line)) {
    set(i, Zone::DatelineRow, "byline");
  } else if (mark.is_caption) {
    set(i, Zone::Caption, "picture text");
  } else if (is_picture_name(i)) {
    set(i, Zone::Caption, "under the picture");
  } else if (mark.cue != Cue::None || mark.is_page_talk || line.is_item || mark.is_repeated) {
    set(i, Zone::Navigation, "furniture");
  } else if (page_.summary.line == 0 && line.words >= kFewestSummaryWords && !line.after_image) {
    set(i, Zone::Summary, "standfirst under the headline");
    page_.summary.line = i + 1;
  } else {
    set(i, Zone::Navigation, "between headline and story");
  }
}

void PageZoner::zone_country_list(std::size_t index) {
  set(index, Zone::Countries, "country list");
  for (std::size_t i = index + 1; i < lines_.size(); ++i) {
    if (lines_[i].is_blank) continue;
    if (!country_code(lines_[i].text)) return;
    set(i, Zone::Countries, "country list");
    page_.countries.push_back({std::string(lines_[i].text), i + 1});
  }
}

void PageZoner::zone_machine_summary(std::size_t index) {
  set(index, Zone::MachineSummary, "key points");
  bool after_blank = false;
  for (std::size_t i = index + 1; i < body_.last; ++i) {
    if (lines_[i].is_blank) {
      after_blank = true;
      continue;
    }
    // Mark-up has no blank lines; there the card ends with the element that it is.
    if (lines_[i].hint.is_marked_up() && marks_[i].is_paragraph && story_blocks_.holds(lines_[i]) &&
        !lines_[i].is_item) {
      return;
    }
    // The card is a list; the story begins with the first paragraph that is no item.
    if (!lines_[i].is_item && (after_blank && marks_[i].is_paragraph)) return;
    if (!lines_[i].is_item && after_blank && i > index + 2) return;
    set(i, Zone::MachineSummary, "key points");
  }
}

/// A line inside the story that is the story's, whatever stands around it.
bool PageZoner::is_story_line(std::size_t i) const {
  const PageLine& line = lines_[i];
  const LineMarks& mark = marks_[i];
  if (mark.is_paragraph || line.hint.is_declared) return true;
  if (mark.is_apart || mark.is_page_talk || mark.is_caption || mark.cue != Cue::None) return false;
  if (read_credit(line.text).is_credit) return false;
  if (story_blocks_.holds(line) && line.hint.tag == LineHint::Tag::Paragraph) return true;
  if (line.is_item) return line.words >= 8 && line.ends_sentence;
  return line.is_short_sentence() && !mark.is_repeated;
}

void PageZoner::zone_story() {
  std::size_t after_last = body_.first;
  for (std::size_t i = body_.first; i <= body_.last; ++i) {
    if (is_set(i)) continue;
    if (!is_story_line(i)) continue;
    zone_side_lines(after_last, i);
    set(i, Zone::Body, marks_[i].is_paragraph ? "paragraph" : "short paragraph");
    after_last = i + 1;
  }
}

/// Lines between two paragraphs: one short line alone is a subheading, more are something else.
void PageZoner::zone_side_lines(std::size_t begin, std::size_t end) {
  std::vector<std::size_t> open;
  bool has_aside = false;
  for (std::size_t i = begin; i < end; ++i) {
    const PageLine& line = lines_[i];
    const LineMarks& mark = marks_[i];
    if (is_set(i) || zone_by_hint(i)) continue;
    if (line.is_image || line.text.empty()) {
      set(i, Zone::Navigation, "name of an image");
    } else if (mark.is_caption) {
      set(i, Zone::Caption, "picture text");
    } else if (mark.cue == Cue::Machine) {
      zone_machine_summary(i);
    } else if (mark.cue == Cue::Aside || mark.cue == Cue::End || mark.cue == Cue::Tags) {
      set(i, Zone::OtherStories, "cue for other stories");
      has_aside = true;
    } else if (mark.cue != Cue::None || mark.is_page_talk) {
      set(i, Zone::Navigation, "furniture");
    } else if (is_byline(line)) {
      set(i, Zone::DatelineRow, "byline");
    } else if (read_credit(line.text).is_credit) {
      set(i, Zone::Credit, "credit");
    } else if (date_rows_.has(i)) {
      set(i, Zone::DatelineRow, "date row");
    } else if (line.hint.tag == LineHint::Tag::Heading && !mark.is_apart &&
               line.words <= kSubheadingWords) {
      set(i, Zone::Body, "subheading by mark-up");
    } else if (mark.is_apart) {
      set(i, Zone::OtherStories, "links");
    } else {
      open.push_back(i);
    }
  }
  const bool is_heading = open.size() == 1 && !has_aside && !lines_[open[0]].is_item &&
                          lines_[open[0]].words <= kSubheadingWords && !marks_[open[0]].is_repeated;
  for (const std::size_t i : open) {
    if (is_heading) {
      set(i, Zone::Body, "subheading");
    } else {
      set(i, Zone::OtherStories, "between paragraphs");
    }
  }
}

/// The first line of the page's foot: after the story, from the heads above the first contact or
/// copyright line.
std::size_t PageZoner::footer_start() const {
  std::size_t at = lines_.size();
  for (std::size_t i = body_.last + 1; i < lines_.size() && at == lines_.size(); ++i) {
    const std::string_view text = lines_[i].text;
    if (text.find("\u00a9") != std::string_view::npos || !host_of_email(text).empty() ||
        (lines_[i].words <= 20 && !country_of_phone(text).empty())) {
      at = i;
    }
  }
  if (at == lines_.size()) return at;
  const auto is_head = [&](std::size_t i) {
    return lines_[i].is_blank || (lines_[i].words <= 3 && !lines_[i].is_item);
  };
  while (at > body_.last + 1 && is_head(at - 1)) --at;
  return at;
}

void PageZoner::zone_tail() {
  const std::size_t footer = footer_start();
  bool near = true;
  bool in_tags = false;
  for (std::size_t i = body_.last + 1; i < lines_.size(); ++i) {
    if (is_set(i)) continue;
    const PageLine& line = lines_[i];
    const Credit credit = near ? read_credit(line.text) : Credit{};
    if (!credit.is_credit && zone_by_hint(i)) continue;
    const bool may_be_tag = line.words <= 4 && marks_[i].cue == Cue::None;
    in_tags = (in_tags && may_be_tag) || (near && marks_[i].cue == Cue::Tags);
    if (credit.is_credit) {
      set(i, Zone::Credit, "credit");
      if (page_.agency.text.empty()) page_.agency = {credit.agency, i + 1};
    } else if (i >= footer) {
      set(i, Zone::Footer, "below the first contact or copyright line");
    } else if (in_tags) {
      set(i, Zone::Tags, "tag list");
    } else if (near && marks_[i].is_caption) {
      set(i, Zone::Caption, "picture text");
    } else if (near && date_rows_.has(i)) {
      set(i, Zone::DatelineRow, "date row below the story");
    } else if (near && story_blocks_.holds(line) && is_story_line(i)) {
      set(i, Zone::Body, "in the story's block");
    } else if (near && !marks_[i].is_apart && line.is_short_sentence() && !line.is_item &&
               marks_[i].cue == Cue::None && !marks_[i].is_page_talk && !marks_[i].is_repeated) {
      set(i, Zone::Body, "short paragraph");
    } else if (marks_[i].cue == Cue::Furniture) {
      set(i, Zone::Navigation, "furniture");
    } else {
      near = false;
      set(i, Zone::OtherStories, "after the story");
    }
  }
}

void PageZoner::collect() {
  if (headline_) page_.headline = {headline_text(lines_, *headline_), *headline_ + 1};
  page_.summary = {};
  for (std::size_t i = 0; i < lines_.size(); ++i) {
    const Zone zone = page_.lines[i].zone;
    const bool is_text = zone == Zone::Body || zone == Zone::Caption || zone == Zone::Summary ||
                         zone == Zone::Tags || zone == Zone::DatelineRow;
    if (!is_text) continue;
    std::string text = collapse_spaces(lines_[i].text);
    switch (zone) {
      case Zone::Body:
        page_.paragraphs.push_back(std::move(text));
        break;
      case Zone::Caption:
        page_.captions.push_back(std::move(text));
        break;
      case Zone::Summary:
        if (page_.summary.line == 0) page_.summary.line = i + 1;
        page_.summary.text += (page_.summary.text.empty() ? "" : " ") + text;
        break;
      case Zone::Tags:
        append(page_.keywords, split_tags(text, marks_[i].cue == Cue::Tags));
        break;
      case Zone::DatelineRow:
        if (is_byline(lines_[i]) && find_dates(text).empty()) {
          append(page_.authors, split_names(byline_names(text)));
        }
        break;
      default:
        break;
    }
  }
}

}  // namespace news
