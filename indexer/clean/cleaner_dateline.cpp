#include <utility>

#include "common/base/text.h"
#include "indexer/clean/cleaner.h"
#include "indexer/clean/credit.h"
#include "indexer/clean/dateline.h"
#include "indexer/clean/dateline_country.h"
#include "indexer/clean/dateline_inner.h"
#include "indexer/clean/news_date.h"

namespace news {
namespace {

constexpr std::size_t kLongestTop = 90;  // of a byline or bullet before the dateline, in bytes
constexpr std::size_t kMostTops = 6;

/// A paragraph that may stand before the dateline: "By Jane Roe", "* Spot gold may edge up".
bool is_top_matter(std::string_view paragraph) {
  return paragraph.size() <= kLongestTop && !paragraph.empty() &&
         (paragraph.back() != '.' || paragraph.front() == '*' || paragraph.front() == '(');
}

std::string rule_of(const ReadDateline& read) {
  std::string rule(read.country_rule);
  if (!read.dateline.other_countries.empty()) {
    rule += "; also in " + join(read.dateline.other_countries, ", ");
  }
  return rule;
}

}  // namespace

void Cleaner::use_dateline(ReadDateline read, const std::string& from, bool replaces) {
  Dateline& dateline = article_.dateline;
  const bool is_known = !dateline.place.empty() && !replaces;
  const std::string rule = rule_of(read);
  if (!is_known && !read.dateline.place.empty()) {
    dateline.place = read.dateline.place;
    dateline.country = read.dateline.country;
    dateline.other_countries = std::move(read.dateline.other_countries);
  }
  if (dateline.text.empty() || (replaces && !read.dateline.place.empty())) {
    dateline.text = read.dateline.text;
  }
  if (dateline.agency.empty()) dateline.agency = read.dateline.agency;
  note("dateline place", dateline.place, is_known ? "field" : from, "dateline");
  note("dateline country", dateline.country, is_known ? "field" : from, rule);
  note("dateline agency", dateline.agency, from, "dateline");
}

/// The text that a format marks as dateline.
void Cleaner::read_marked_text() {
  std::string first_words;
  if (const auto marked = read_marked_dateline(raw_.dateline_text)) {
    // Old feeds mark the first words of the story too.
    first_words = collapse_spaces(std::string_view(raw_.dateline_text).substr(marked->length));
    use_dateline(*marked, "field dateline", false);
  } else {
    std::string text = collapse_spaces(raw_.dateline_text);
    if (!text.empty() && text.back() == '-') {
      first_words = std::move(text);
    } else if (article_.dateline.text.empty() && find_dates(text).empty()) {
      article_.dateline.text = std::move(text);
    }
  }
  if (first_words.empty()) return;
  if (paragraphs_.empty()) paragraphs_.emplace_back();
  std::string& first = paragraphs_.front();
  first = first.empty() ? first_words : first_words + " " + first;
}

/// The dateline that the story itself begins with. It is right where a field gives another place:
/// those often name the desk that sent the story.
void Cleaner::read_body_dateline() {
  for (std::size_t i = 0; i < paragraphs_.size() && i < kMostTops; ++i) {
    std::string& paragraph = paragraphs_[i];
    if (auto read = read_dateline(paragraph); read && (i == 0 || !read->dateline.agency.empty())) {
      paragraph.erase(0, read->length);
      const bool replaces = !read->dateline.agency.empty() && !read->dateline.place.empty();
      use_dateline(std::move(*read), "start of the body", replaces);
      if (paragraph.empty())
        paragraphs_.erase(paragraphs_.begin() + static_cast<std::ptrdiff_t>(i));
      return;
    }
    if (!is_top_matter(paragraph)) break;
  }
  if (paragraphs_.empty() || !article_.dateline.place.empty()) return;
  if (auto inner = find_inner_dateline(paragraphs_.front())) {
    std::string story = paragraphs_.front().substr(inner->begin + inner->read.length);
    paragraphs_.front().resize(inner->begin - 1);
    paragraphs_.insert(paragraphs_.begin() + 1, std::move(story));
    use_dateline(std::move(inner->read), "behind the first sentence", false);
  }
}

void Cleaner::find_dateline() {
  if (!raw_.dateline_text.empty()) read_marked_text();
  if (raw_.cleanable_body) read_body_dateline();
  Dateline& dateline = article_.dateline;
  if (dateline.place.empty() && !page_.place.text.empty()) {
    dateline.place = page_.place.text;
    if (dateline.text.empty()) dateline.text = page_.place.text;
    note("dateline place", dateline.place, "line " + std::to_string(page_.place.line),
         "field of the date row");
  }
  if (dateline.country.empty() && !dateline.place.empty()) {
    ReadDateline read{dateline, 0, {}};
    read.country_rule = locate(read.dateline);
    dateline.country = read.dateline.country;
    dateline.other_countries = read.dateline.other_countries;
    note("dateline country", dateline.country, "dateline place", rule_of(read));
  }
  if (article_.agency.empty()) article_.agency = dateline.agency;
  add_evidence(dateline.country, "dateline");
}

void Cleaner::strip_credits() {
  if (!raw_.cleanable_body) return;
  for (int n = 0; n < 4 && paragraphs_.size() > 1; ++n) {
    const Credit credit = read_credit(paragraphs_.back());
    if (!credit.is_credit) break;
    if (article_.agency.empty()) article_.agency = credit.agency;
    paragraphs_.pop_back();
  }
  if (!paragraphs_.empty()) {
    const Credit end = take_credit_off_end(paragraphs_.back());
    if (end.is_credit && article_.agency.empty()) article_.agency = end.agency;
  }
  note("agency", article_.agency,
       is_page_ && page_.agency.line != 0 ? "line " + std::to_string(page_.agency.line) : "article",
       "dateline, date row or credit");
}

}  // namespace news
