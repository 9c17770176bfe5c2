#include <algorithm>

#include "common/base/civil_time.h"
#include "common/base/text.h"
#include "indexer/reader/detect.h"
#include "indexer/reader/fields.h"
#include "indexer/reader/html_text.h"
#include "indexer/reader/readers.h"
#include "indexer/reader/sgml.h"
#include "indexer/reader/splitters.h"
#include "indexer/reader/text_repair.h"
#include "indexer/reader/wire_text.h"
#include "indexer/reader/xml_reading.h"

namespace news {
namespace {

constexpr std::string_view kOpen = "<DOC>";
constexpr std::size_t kWidestWireLine = 90;

/// How the name of a document gives the day.
enum class DayInName { None, YearFirst, MonthFirst };

/// A collection of the TREC disks, told by the letters that a document's name begins with.
struct Collection {
  std::string_view stem;
  std::string_view source;
  DayInName day;
};

constexpr Collection kCollections[] = {
    {"AP", "Associated Press", DayInName::YearFirst},
    {"WSJ", "The Wall Street Journal", DayInName::YearFirst},
    {"LA", "Los Angeles Times", DayInName::MonthFirst},
    {"FT", "Financial Times", DayInName::None},
    {"FBIS", "Foreign Broadcast Information Service", DayInName::None},
    {"FR", "Federal Register", DayInName::YearFirst},
    {"SJMN", "San Jose Mercury News", DayInName::None},
    {"ZF", "Ziff-Davis", DayInName::None},
};

bool detect(const Sniff& sniff) {
  const std::string_view text = skip_bom_and_space(sniff.bytes);
  return text.substr(0, kOpen.size()) == kOpen && text.find("<DOCNO>") != std::string_view::npos;
}

std::string label_of(std::string_view record) {
  return to_valid_utf8(trim(find_element(record, "DOCNO").content));
}

std::unique_ptr<RecordSplitter> split_documents(ByteStream& stream) {
  return split_elements(stream, {kOpen, "</DOC>", label_of});
}

bool is_number(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_ascii_digit);
}

/// "880204" -> "1988-02-04"; the disks are of the last century.
std::string day_of(std::string_view digits, DayInName order) {
  if (digits.size() != 6 || !is_number(digits)) return {};
  const std::string_view a = digits.substr(0, 2), b = digits.substr(2, 2), c = digits.substr(4);
  const bool year_first = order == DayInName::YearFirst;
  std::string day = "19";
  day.append(year_first ? a : c).append("-").append(year_first ? b : a).append("-");
  return day.append(year_first ? c : b);
}

/// "03/24/87", as one of the disks writes its days, or "910514" as another does.
std::string day_of_field(std::string_view text) {
  text = trim(text);
  if (text.size() == 8 && text[2] == '/' && text[5] == '/') {
    const std::string digits = std::string(text.substr(0, 2)).append(text.substr(3, 2));
    return day_of(digits + std::string(text.substr(6)), DayInName::MonthFirst);
  }
  return day_of(text, DayInName::YearFirst);
}

std::string text_of(std::string_view record, std::string_view tag) {
  return html_to_text(find_element(record, tag).content);
}

/// The first of the elements that has any text, on one line.
std::string first_text(std::string_view record, std::initializer_list<std::string_view> tags) {
  for (const std::string_view tag : tags) {
    std::string text = collapse_spaces(text_of(record, tag));
    if (!text.empty()) return text;
  }
  return {};
}

/// A text is divided by <P>, by indented lines of a wire, or has a paragraph a line.
std::string body_of(std::string_view content) {
  if (content.find("<P>") != std::string_view::npos) return html_to_text(content);
  const std::string text = clean_text(decode_html_references(content));
  const auto lines = split(text, '\n');
  const bool wrapped = std::all_of(lines.begin(), lines.end(), [](std::string_view line) {
    return line.size() <= kWidestWireLine;
  });
  std::string body = wrapped ? join_wrapped_lines(lines, 0) : text;
  return text_of_html(std::string(trim(body)));
}

std::string bodies_of(std::string_view record) {
  std::string body;
  for (SgmlElement text = find_element(record, "TEXT"); text.found;
       text = find_element(record, "TEXT")) {
    const std::string part = body_of(text.content);
    if (!body.empty() && !part.empty()) body += '\n';
    body += part;
    record.remove_prefix(text.end);
  }
  return body;
}

/// "2016-05-02", "" when that is no day of our time.
std::string joined_day(std::string_view year, std::string_view month, std::string_view day) {
  std::string date(year);
  date.append("-").append(month).append("-").append(day);
  const bool recent = year.substr(0, 2) == "19" || year.substr(0, 2) == "20";
  return recent && parse_iso8601(date) ? date : std::string();
}

/// The name's letters tell the collection, its figures often the day.
void read_name(std::string_view name, RawArticle& raw) {
  const std::size_t digits = std::min(name.find_first_of("0123456789"), name.size());
  const std::string_view stem = name.substr(0, digits);
  for (const Collection& collection : kCollections) {
    if (stem != collection.stem) continue;
    if (raw.article.source.empty()) raw.article.source = collection.source;
    if (collection.stem == "AP") raw.article.agency = "AP";
    raw.article.language = "en";
    if (!raw.published_text.empty() || collection.day == DayInName::None) return;
    raw.published_text = day_of(name.substr(digits, 6), collection.day);
    raw.published_key = "DOCNO";
    return;
  }
  // "...-20160502" or "...-02052016": a day without doubt, where the field may have its month
  // first or second.
  const std::size_t dash = name.rfind('-');
  if (dash == std::string_view::npos || name.size() - dash != 9) return;
  const std::string_view day = name.substr(dash + 1);
  if (!is_number(day)) return;
  std::string date = joined_day(day.substr(0, 4), day.substr(4, 2), day.substr(6));
  if (date.empty()) date = joined_day(day.substr(4), day.substr(2, 2), day.substr(0, 2));
  if (date.empty()) return;
  raw.published_text = std::move(date);
  raw.published_key = "DOCNO";
}

void parse(const Record& record, const ReadOptions&, ParsedRecord& out) {
  const std::string whole = to_valid_utf8(record.bytes);
  RawArticle raw;
  Article& article = raw.article;
  article.id = collapse_spaces(find_element(whole, "DOCNO").content);
  article.headline =
      first_text(whole, {"HEADLINE", "HL", "HEAD", "TTL", "TITLE", "H3", "TI", "DOCTITLE"});
  article.body = bodies_of(whole);
  article.summary = first_text(whole, {"LP", "LEADPARA", "ABSTRACT"});
  set_field(raw, Field::Dateline, first_text(whole, {"DATELINE"}), "DATELINE");
  set_field(raw, Field::Authors, first_text(whole, {"BYLINE", "AUTHOR"}), "BYLINE");
  set_field(raw, Field::Url, first_text(whole, {"URL"}), "URL");
  set_field(raw, Field::Source, first_text(whole, {"SRC", "SO", "PUB"}), "SRC");
  set_field(raw, Field::Section, first_text(whole, {"SECTION", "CAT"}), "SECTION");
  for (const std::string_view tag : {"SUBJECT", "IN", "TYPE"}) {
    set_list_field(raw, Field::Keywords, first_text(whole, {tag}), tag);
  }
  const std::string date = first_text(whole, {"DATE_TIME", "DATE", "DD", "DATE1", "TIME"});
  const std::string day = day_of_field(date);
  set_field(raw, Field::Published, day.empty() ? date : day, "DATE");
  read_name(article.id, raw);
  add_article(std::move(raw), "", out);
}

}  // namespace

Format trec_sgml_format() {
  return {"trec-sgml", "TREC and its like: <DOC> elements with a <DOCNO>", detect, split_documents,
          parse};
}

}  // namespace news
