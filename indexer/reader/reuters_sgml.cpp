#include <algorithm>

#include "common/base/text.h"
#include "indexer/reader/detect.h"
#include "indexer/reader/readers.h"
#include "indexer/reader/sgml.h"
#include "indexer/reader/splitters.h"
#include "indexer/reader/text_repair.h"
#include "indexer/reader/wire_text.h"

namespace news {
namespace {

constexpr std::string_view kOpen = "<REUTERS ";

bool detect(const Sniff& sniff) {
  const std::string_view text = skip_bom_and_space(sniff.bytes);
  if (text.substr(0, kOpen.size()) == kOpen) return true;
  return text.substr(0, 9) == "<!DOCTYPE" && text.find(kOpen) != std::string_view::npos;
}

std::string label_of(std::string_view record) {
  const std::string_view start = record.substr(0, record.find('>'));
  return to_valid_utf8(find_attribute(start, "NEWID"));
}

std::unique_ptr<RecordSplitter> split_stories(ByteStream& stream) {
  return split_elements(stream, {kOpen, "</REUTERS>", label_of});
}

void add_items(std::string_view record, std::string_view tag, std::vector<std::string>& items) {
  std::string_view list = find_element(record, tag).content;
  for (SgmlElement item = find_element(list, "D"); item.found; item = find_element(list, "D")) {
    std::string value = collapse_spaces(decode_references(item.content));
    if (!value.empty() && std::find(items.begin(), items.end(), value) == items.end()) {
      items.push_back(std::move(value));
    }
    list.remove_prefix(item.end);
  }
}

/// "    By Jane Doe and John Roe, Reuters -" -> "Jane Doe", "John Roe"
std::vector<std::string> author_names(std::string_view byline) {
  std::string names = collapse_spaces(decode_references(byline));
  const std::string lower = ascii_lower(names);
  const std::size_t begin = lower.compare(0, 3, "by ") == 0 ? 3 : 0;
  std::size_t end = lower.rfind("reuter");
  if (end == std::string::npos || end <= begin) end = names.size();
  end = names.find_last_not_of(" ,-", end - 1) + 1;
  std::vector<std::string> authors;
  for (std::size_t at = begin; at < end;) {
    const std::size_t next = std::min(lower.find(" and ", at), end);
    authors.push_back(names.substr(at, next - at));
    at = next == end ? end : next + 5;
  }
  return authors;
}

/// "7-APR-1987 07:47:39.27" out of what follows it: in March 1987 codes of the wire ran into it.
std::string date_text(std::string_view date) {
  const std::size_t codes = date.find("&#");
  return collapse_spaces(decode_references(date.substr(0, codes)));
}

/// Lines of a story without its sign-off, nor the mark of one that goes on elsewhere ("More").
std::vector<std::string_view> story_lines(std::string_view text) {
  std::vector<std::string_view> lines = split(text, '\n');
  // A carriage return that some tool wrote out as two characters.
  for (std::string_view& line : lines) {
    if (line.size() >= 2 && line.substr(line.size() - 2) == "^M") line.remove_suffix(2);
  }
  while (!lines.empty() && trim(lines.back()).empty()) lines.pop_back();
  if (!lines.empty()) lines.back() = without_sign_off(lines.back());
  return lines;
}

/// The parts of TEXT, decoded.
struct Story {
  std::string headline;
  std::string body;
  std::string dateline;
};

/// What stands in TEXT outside its elements: marks of the wire ("******"), the end of a title that
/// ran over, or the first rows of a table.
std::string stray_text(std::string_view text, const std::vector<SgmlElement>& elements) {
  std::string stray;
  std::size_t at = 0;
  for (const SgmlElement& element : elements) {
    if (!element.found) continue;
    if (element.begin > at) stray.append(text.substr(at, element.begin - at));
    at = std::max(at, element.end);
  }
  if (at < text.size()) stray.append(text.substr(at));
  return clean_text(decode_references(stray));
}

/// Text that came without mark-up: its first line is the headline.
Story unmarked_story(const std::string& text) {
  std::vector<std::string_view> lines = story_lines(text);
  const auto first = std::find_if(lines.begin(), lines.end(),
                                  [](std::string_view line) { return !trim(line).empty(); });
  if (first == lines.end()) return {};
  Story story;
  story.headline = collapse_spaces(*first);
  story.body = join_wrapped_lines({first + 1, lines.end()}, 0);
  return story;
}

void add_stray(Story& story, const std::string& stray) {
  const std::vector<std::string_view> lines = story_lines(trim(stray));
  const bool table = lines.size() > 1 || (!lines.empty() && lines[0].find("   ") != lines[0].npos);
  if (table) {
    story.body.insert(0, join_wrapped_lines(lines, 0).append("\n"));
  } else if (!lines.empty()) {
    story.headline = collapse_spaces(story.headline.append(" ").append(lines[0]));
  }
}

Story read_story(const SgmlElement& text) {
  const SgmlElement title = find_element(text.content, "TITLE");
  const SgmlElement author = find_element(text.content, "AUTHOR");
  const SgmlElement dateline = find_element(text.content, "DATELINE");
  const SgmlElement body = find_element(text.content, "BODY");
  const std::string stray = stray_text(text.content, {title, author, dateline, body});
  if (!title.found && !body.found) return unmarked_story(stray);
  Story story;
  story.headline = collapse_spaces(clean_text(decode_references(title.content)));
  story.dateline = clean_text(decode_references(dateline.content));
  const std::string story_text = clean_text(decode_references(body.content));
  const std::size_t last_line = story.dateline.rfind('\n');
  const std::size_t column = last_line == std::string::npos ? story.dateline.size() : 0;
  story.body = join_wrapped_lines(story_lines(story_text), column);
  // A brief is its title; what follows it is filler ("Blah blah blah.").
  if (find_attribute(text.attributes, "TYPE") != "BRIEF") add_stray(story, stray);
  return story;
}

/// A headline for a story that came without any text (there is one, 12793): it was on the wire at
/// that time all the same.
std::string makeshift_headline(const std::string& id) { return "Reuters story " + id; }

void parse(const Record& record, const ReadOptions&, ParsedRecord& out) {
  std::string repaired;
  if (!is_valid_utf8(record.bytes)) repaired = to_valid_utf8(record.bytes);
  const std::string_view whole = repaired.empty() ? record.bytes : repaired;
  const std::string_view start = whole.substr(0, whole.find('>'));
  RawArticle raw;
  Article& article = raw.article;
  article.id = find_attribute(start, "NEWID");
  article.source = "Reuters";
  article.agency = "Reuters";
  article.language = "en";
  Story story = read_story(find_element(whole, "TEXT"));
  if (story.headline.empty() && story.body.empty()) {
    if (article.id.empty()) return out.rejections.push_back({"", "", "no headline and no text"});
    story.headline = makeshift_headline(article.id);
  }
  article.headline = std::move(story.headline);
  article.body = std::move(story.body);
  raw.dateline_text = std::move(story.dateline);
  raw.published_text = date_text(find_element(whole, "DATE").content);
  raw.published_key = "DATE";
  article.authors = author_names(find_element(whole, "AUTHOR").content);
  add_items(whole, "PLACES", raw.country_texts);
  for (const std::string_view tag : {"TOPICS", "PEOPLE", "ORGS", "EXCHANGES", "COMPANIES"}) {
    add_items(whole, tag, article.keywords);
  }
  out.articles.push_back(std::move(raw));
}

}  // namespace

Format reuters_sgml_format() {
  return {"reuters-sgml", "Reuters-21578 and its like: <REUTERS> elements in SGML", detect,
          split_stories, parse};
}

}  // namespace news
