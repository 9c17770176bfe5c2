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

// The two ways in which agencies sent stories by wire: a header between control characters, the
// text from STX to ETX, the time of sending behind it.
constexpr char kSoh = '\x01';
constexpr char kStx = '\x02';
constexpr char kEtx = '\x03';
constexpr std::string_view kAnpaStart = "\x16\x16\x01";

bool detect_anpa(const Sniff& sniff) {
  return sniff.bytes.substr(0, kAnpaStart.size()) == kAnpaStart &&
         sniff.bytes.find(kStx) != std::string_view::npos;
}

bool detect_iptc7901(const Sniff& sniff) {
  return sniff.bytes.substr(0, 1) == std::string_view(&kSoh, 1) &&
         sniff.bytes.find(kStx) != std::string_view::npos;
}

/// A transmission in its parts.
struct Transmission {
  std::string_view header;
  std::string_view text;
  std::string_view end;  ///< behind the text: the time of sending
};

Transmission divide(std::string_view bytes) {
  Transmission parts;
  const std::size_t stx = std::min(bytes.find(kStx), bytes.size());
  parts.header = bytes.substr(0, stx);
  parts.text = bytes.substr(std::min(stx + 1, bytes.size()));
  const std::size_t etx = parts.text.find(kEtx);
  if (etx != std::string_view::npos) {
    parts.end = parts.text.substr(etx + 1);
    parts.text = parts.text.substr(0, etx);
  }
  return parts;
}

/// A line of the text without the marks of typesetting at its ends: "^", "<", "=".
std::string plain_line(std::string_view line) {
  std::string text = collapse_spaces(line);
  while (!text.empty() && (text.front() == '^' || text.front() == '`')) text.erase(0, 1);
  while (!text.empty() && (text.back() == '<' || text.back() == '=' || text.back() == ' '))
    text.pop_back();
  return text;
}

/// "_" is the dash of these codes, `` and '' are quotes.
std::string plain_text(std::string text) {
  for (std::size_t at = text.find(" _ "); at != std::string::npos; at = text.find(" _ ", at)) {
    text.replace(at, 3, " - ");
  }
  for (const char* marks : {"``", "''"}) {
    for (std::size_t at = text.find(marks); at != std::string::npos; at = text.find(marks, at)) {
      text.replace(at, 2, "\"");
    }
  }
  return text;
}

bool begins_with(std::string_view text, std::string_view start) {
  return equals_ignoring_case(text.substr(0, start.size()), start);
}

/// "AP-WF-11-13-13 1509GMT" -> "2013-11-13T15:09Z"
std::string anpa_time(std::string_view line) {
  const auto digits = [&](std::size_t at, std::size_t count) {
    const std::string_view piece = line.substr(at, count);
    return std::all_of(piece.begin(), piece.end(), is_ascii_digit);
  };
  const std::size_t day = line.find_first_of("0123456789");
  if (day == std::string_view::npos || line.size() < day + 13 || !digits(day, 2) ||
      !digits(day + 3, 2) || !digits(day + 6, 2) || !digits(day + 9, 4)) {
    return {};
  }
  std::string time = "20";
  time.append(line.substr(day + 6, 2)).append("-").append(line.substr(day, 2)).append("-");
  time.append(line.substr(day + 3, 2)).append("T").append(line.substr(day + 9, 2)).append(":");
  return time.append(line.substr(day + 11, 2)).append("Z");
}

/// Lines of notes to editors, which no reader sees.
bool is_note(std::string_view line) {
  for (const std::string_view note : {"Eds:", "(Eds:", "AP Photo", "EDITOR", "AP Video", "*"}) {
    if (begins_with(line, note)) return true;
  }
  return false;
}

/// The lines of an ANPA story, one after the other.
class AnpaReader {
 public:
  void read(std::string_view line) {
    const std::string clean = clean_text(line);
    const std::string text = plain_line(clean);
    // The story begins with the first line that isn't marked.
    if (trim(clean).substr(0, 1) != "^" && !text.empty() && !slug_.empty()) story_ = true;
    if (text.empty() || text == "___") return;
    if (story_) {
      body_ += plain_text(text) + '\n';
    } else {
      read_head(text);
    }
  }

  RawArticle take() {
    if (raw_.article.headline.empty()) raw_.article.headline = slug_;
    // A list has all of its lines marked.
    raw_.article.body = std::string(trim(body_.empty() ? other_ : body_));
    set_field(raw_, Field::Keywords, slug_.substr(0, slug_.find(',')), "slug");
    set_field(raw_, Field::Source, "AP", "format");
    set_field(raw_, Field::Agency, "AP", "format");
    return std::move(raw_);
  }

 private:
  /// Lines before the story: slug, headline, byline, notes to editors.
  void read_head(const std::string& line) {
    if (slug_.empty()) {
      // "*9006< ^AP-Headlines": a number of the desk before it.
      const std::size_t mark = line.find("< ^");
      slug_ = mark == std::string::npos ? line : line.substr(mark + 3);
    } else if (begins_with(line, "By ")) {
      set_field(raw_, Field::Authors, line, "byline");
    } else if (!is_note(line) && raw_.article.headline.empty()) {
      set_field(raw_, Field::Headline, plain_text(line), "headline");
    } else if (!is_note(line)) {
      other_ += plain_text(line) + '\n';
    }
  }

  RawArticle raw_;
  std::string slug_;
  std::string body_;
  std::string other_;
  bool story_ = false;
};

void parse_anpa(const Record& record, const ReadOptions&, ParsedRecord& out) {
  const Transmission parts = divide(record.bytes);
  AnpaReader reader;
  for (const std::string_view line : split(parts.text, '\n')) reader.read(line);
  RawArticle raw = reader.take();
  const std::string time = anpa_time(clean_text(parts.end.substr(0, parts.end.find('\n'))));
  set_field(raw, Field::Published, time, "end of transmission");
  add_article(std::move(raw), "", out);
}

/// "212101 GMT Nov 18" -> "21 Nov 2018 21:01 GMT"
std::string iptc_time(std::string_view end) {
  const std::string line = collapse_spaces(end.substr(0, end.find('\n')));
  // Some leave the "GMT" out.
  auto words = split(line, ' ');
  if (words.size() == 3) words.insert(words.begin() + 1, "GMT");
  if (words.size() != 4 || words[0].size() != 6) return {};
  const std::string time(words[0]);
  std::string month(words[2]);
  if (month == "Okt") month = "Oct";
  if (month == "Dez") month = "Dec";
  if (month == "Mai") month = "May";
  return time.substr(0, 2) + " " + month + " 20" + std::string(words[3]) + " " + time.substr(2, 2) +
         ":" + time.substr(4, 2) + " " + std::string(words[1]);
}

/// Lines above the story, which begins below the one that ends with '='.
void read_iptc_head(const std::vector<std::string>& head, RawArticle& raw) {
  for (const std::string& line : head) {
    const bool capitals = line == "EXTRA" || line == "REFILE" || line.ends_with(" LEAD") ||
                          line == "URGENT" || line == "CORRECTION";
    if (capitals) continue;
    if (begins_with(line, "By ")) {
      set_field(raw, Field::Authors, line, "byline");
    } else if (raw.article.headline.empty()) {
      set_field(raw, Field::Headline, line, "headline");
    }
  }
}

void parse_iptc7901(const Record& record, const ReadOptions&, ParsedRecord& out) {
  const Transmission parts = divide(record.bytes);
  RawArticle raw;
  const std::string header = clean_text(parts.header);
  // "eca0003 3 i 380  dpa 0045": service, priority, category, words, agency, number
  const std::string first_line = collapse_spaces(header.substr(0, header.find('\n')));
  const auto words = split(first_line, ' ');
  if (words.size() >= 6) set_field(raw, Field::Source, words[words.size() - 2], "header");
  raw.article.agency = raw.article.source;
  std::vector<std::string> head;
  std::vector<std::string_view> story;
  const std::string text = clean_text(parts.text);
  bool in_head = true;
  for (const std::string_view line : split(text, '\n')) {
    // Behind a rule or a notebook is nothing for readers.
    if (begins_with(trim(line), "# Notebook") || begins_with(trim(line), "* * *")) break;
    if (!in_head) story.push_back(line);
    if (!in_head || trim(line).empty()) continue;
    in_head = trim(line).back() != '=';
    head.push_back(plain_line(line));
  }
  if (in_head) return reject_part("", "no line that ends with '=' before the story", out);
  read_iptc_head(head, raw);
  raw.article.body = join_wrapped_lines(story, 0);
  set_field(raw, Field::Published, iptc_time(clean_text(parts.end)), "end of transmission");
  add_article(std::move(raw), "", out);
}

}  // namespace

Format anpa_format() {
  return {"anpa", "ANPA 1312: one story as sent by wire", detect_anpa, split_whole, parse_anpa,
          true};
}

Format iptc7901_format() {
  return {"iptc7901",      "IPTC 7901: one story as sent by wire",
          detect_iptc7901, split_whole,
          parse_iptc7901,  true};
}

}  // namespace news
