#include <algorithm>

#include "common/base/text.h"
#include "indexer/reader/fields.h"
#include "indexer/reader/readers.h"
#include "indexer/reader/splitters.h"
#include "indexer/reader/text_repair.h"
#include "indexer/reader/wire_text.h"
#include "indexer/reader/xml_reading.h"

namespace news {
namespace {

constexpr std::string_view kMonths[] = {"January",   "February", "March",    "April",
                                        "May",       "June",     "July",     "August",
                                        "September", "October",  "November", "December"};

/// Fields that stand behind the story.
constexpr std::string_view kAfter[] = {
    "LOAD-DATE",    "LANGUAGE", "SUBJECT",    "GRAPHIC",          "ORGANIZATION",
    "COMPANY",      "INDUSTRY", "GEOGRAPHIC", "PUBLICATION-TYPE", "DOCUMENT-TYPE",
    "JOURNAL-CODE", "PUB-TYPE", "COUNTRY",    "PERSON",           "TICKER",
    "STATE",        "CITY",     "ISSN",       "DISTRIBUTION"};

/// "12 of 200 DOCUMENTS"
bool is_separator(std::string_view line) {
  line = trim(line);
  if (!line.ends_with(" DOCUMENTS") && !line.ends_with(" DOCUMENT")) return false;
  const auto words = split(line, ' ');
  return words.size() == 4 && words[1] == "of" && is_ascii_digit(line[0]);
}

/// "January 11, 2010 Monday"
bool is_date(std::string_view line) {
  line = trim(line);
  const bool month = std::any_of(std::begin(kMonths), std::end(kMonths),
                                 [&](auto name) { return line.substr(0, name.size()) == name; });
  return month && line.size() < 60 && std::any_of(line.begin(), line.end(), is_ascii_digit);
}

/// The name of a field at the front of a line: capitals, then a colon.
std::string_view field_name(std::string_view line) {
  line = trim(line);
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos || colon < 2 || colon > 24) return {};
  const std::string_view name = line.substr(0, colon);
  const bool capitals =
      std::all_of(name.begin(), name.end(), [](char c) { return is_ascii_upper(c) || c == '-'; });
  return capitals ? name : std::string_view();
}

bool detect(const Sniff& sniff) {
  bool separator = false;
  for (const std::string_view line : split(sniff.bytes, '\n')) {
    if (is_separator(line)) separator = true;
    if (separator && field_name(line) == "LENGTH") return true;
  }
  return false;
}

/// One document: its lines between two separators.
class DocumentReader {
 public:
  explicit DocumentReader(std::vector<std::string_view> lines) : lines_(std::move(lines)) {}

  RawArticle read() {
    read_top();
    bool story = false;
    for (; at_ < lines_.size(); ++at_) {
      const std::string_view name = field_name(lines_[at_]);
      const bool after = std::find(std::begin(kAfter), std::end(kAfter), name) != std::end(kAfter);
      if (name == "LENGTH") {
        story = true;
      } else if (after || (!name.empty() && (!story || is_above_story(name)))) {
        read_field(name);
        story = story && !after;
      } else if (story || name == "BODY") {
        body_.push_back(line());
      }
    }
    raw_.article.body = paragraphs();
    return std::move(raw_);
  }

 private:
  std::string_view line() const { return trim(lines_[at_]); }

  void skip_blank() {
    while (at_ < lines_.size() && line().empty()) ++at_;
  }

  /// Outlet, date with the edition below it, and headline, in this order.
  void read_top() {
    std::string outlet;
    for (skip_blank(); at_ < lines_.size() && !is_date(lines_[at_]); ++at_) {
      if (field_name(lines_[at_]) == "LENGTH") return;
      if (!line().empty() && line().substr(0, 9) != "Copyright") outlet = line();
    }
    if (at_ == lines_.size()) return;
    set_field(raw_, Field::Source, outlet, "source");
    set_field(raw_, Field::Published, line(), "date line");
    while (at_ < lines_.size() && !line().empty()) ++at_;
    skip_blank();
    std::string headline;
    for (; at_ < lines_.size() && !line().empty() && field_name(lines_[at_]).empty(); ++at_) {
      headline += std::string(line()) + ' ';
    }
    set_field(raw_, Field::Headline, headline, "headline");
  }

  void read_field(std::string_view name) {
    std::string value(trim(line().substr(name.size() + 1)));
    // A long value goes on in the next lines.
    while (at_ + 1 < lines_.size() && !trim(lines_[at_ + 1]).empty() &&
           field_name(lines_[at_ + 1]).empty()) {
      ++at_;
      value += ' ';
      value += line();
    }
    if (name == "BYLINE") set_field(raw_, Field::Authors, value, name);
    if (name == "DATELINE") set_field(raw_, Field::Dateline, value, name);
    if (name == "SECTION") set_field(raw_, Field::Section, value.substr(0, value.find(';')), name);
    if (name == "HEADLINE") set_field(raw_, Field::Headline, value, name);
    if (name == "SUBJECT") set_list_field(raw_, Field::Keywords, value, name);
    if (name == "LANGUAGE") {
      set_field(raw_, Field::Language, value.substr(0, value.find(';')), name);
    }
  }

  /// Some fields stand between the length and the story.
  bool is_above_story(std::string_view name) const {
    const bool begun = std::any_of(body_.begin(), body_.end(),
                                   [](std::string_view part) { return !part.empty(); });
    return !begun && (name == "DATELINE" || name == "BYLINE" || name == "SECTION");
  }

  /// Lines are wrapped; blank ones divide paragraphs.
  std::string paragraphs() const {
    std::string text;
    bool open = false;
    for (const std::string_view part : body_) {
      if (!part.empty() && !text.empty()) text += open ? ' ' : '\n';
      text += part;
      open = !part.empty();
    }
    return text;
  }

  std::vector<std::string_view> lines_;
  std::size_t at_ = 0;
  std::vector<std::string_view> body_;
  RawArticle raw_;
};

void parse(const Record& record, const ReadOptions&, ParsedRecord& out) {
  const std::string text = clean_text(record.bytes);
  std::vector<std::vector<std::string_view>> documents;
  for (const std::string_view line : split(text, '\n')) {
    if (is_separator(line)) {
      documents.emplace_back();
    } else if (!documents.empty()) {
      documents.back().push_back(line);
    }
  }
  std::size_t number = 0;
  for (auto& lines : documents) {
    const std::string part = "document " + std::to_string(++number);
    RawArticle raw = DocumentReader(std::move(lines)).read();
    if (raw.article.body.empty() && raw.published_text.empty()) {
      reject_part(part, "no date and no text", out);
    } else {
      add_article(std::move(raw), part, out);
    }
  }
  if (documents.empty()) reject_part("", "no line such as '1 of 20 DOCUMENTS'", out);
}

}  // namespace

Format nexis_format() {
  return {"nexis", "a text export of Nexis: '1 of 20 DOCUMENTS'", detect, split_whole, parse};
}

}  // namespace news
