#include <algorithm>

#include "common/base/text.h"
#include "indexer/reader/detect.h"
#include "indexer/reader/named_values.h"
#include "indexer/reader/readers.h"
#include "indexer/reader/splitters.h"
#include "indexer/reader/text_repair.h"
#include "indexer/reader/xml_reading.h"

namespace news {
namespace {

constexpr std::string_view kRule = "---";
constexpr std::size_t kMostHeaderLines = 60;

/// The name before the colon of a header line, "" when it is none.
std::string_view name_of(std::string_view line) {
  const std::size_t colon = line.find(':');
  if (colon == 0 || colon == std::string_view::npos || colon > 40) return {};
  const std::string_view name = line.substr(0, colon);
  const bool plain = std::all_of(name.begin(), name.end(),
                                 [](char c) { return is_ascii_alnum(c) || c == '_' || c == '-'; });
  return plain ? name : std::string_view();
}

/// Lines of the header between its two rules; `rest` is what follows. False when it isn't closed.
bool read_header(std::string_view text, std::vector<std::string_view>& lines,
                 std::string_view& rest) {
  bool first = true;
  while (!text.empty() && lines.size() < kMostHeaderLines) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = trim(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    if (first && line != kRule) return false;
    if (!first && line == kRule) {
      rest = text;
      return true;
    }
    if (!first) lines.push_back(line);
    first = false;
  }
  return false;
}

bool detect(const Sniff& sniff) {
  std::vector<std::string_view> lines;
  std::string_view rest;
  if (!read_header(skip_bom_and_space(sniff.bytes), lines, rest)) return false;
  return std::any_of(lines.begin(), lines.end(), [](std::string_view line) {
    const std::string_view name = name_of(line);
    return name == "title" || name == "headline" || name == "url";
  });
}

/// "\"Port: reopens\"" -> "Port: reopens"; newer versions quote a value where it needs it.
std::string plain_value(std::string_view value) {
  value = trim(value);
  const char quote = value.empty() ? '\0' : value.front();
  if (value.size() < 2 || (quote != '"' && quote != '\'') || value.back() != quote)
    return std::string(value);
  std::string plain;
  for (std::size_t i = 1; i + 1 < value.size(); ++i) {
    if (quote == '"' && value[i] == '\\' && i + 2 < value.size()) ++i;
    plain += value[i];
  }
  return plain;
}

/// "['World', \"Trade\"]", as Python prints a list, -> "World; Trade"
std::string list_value(std::string_view value) {
  value = trim(value);
  if (value.size() < 2 || value.front() != '[' || value.back() != ']') return plain_value(value);
  std::string list;
  for (const std::string_view item : split(value.substr(1, value.size() - 2), ',')) {
    const std::string plain = plain_value(item);
    if (plain.empty()) continue;
    if (!list.empty()) list += "; ";
    list += plain;
  }
  return list;
}

void parse(const Record& record, const ReadOptions& options, ParsedRecord& out) {
  const std::string text = clean_text(skip_bom_and_space(record.bytes));
  std::vector<std::string_view> lines;
  std::string_view rest;
  if (!read_header(text, lines, rest))
    return reject_part("", "a header between '---' lines that doesn't end", out);
  std::vector<NamedValue> values;
  for (const std::string_view line : lines) {
    const std::string_view name = name_of(line);
    // The fingerprint and the rest are of the program's own use.
    if (!name.empty()) values.emplace_back(name, list_value(line.substr(name.size() + 1)));
  }
  values.emplace_back("text", std::string(trim(rest)));
  RawArticle raw = article_of_values(values, options);
  for (const NamedValue& value : values) {
    if (value.first == "fingerprint" && raw.article.id.empty()) raw.article.id = value.second;
  }
  add_article(std::move(raw), "", out);
}

}  // namespace

Format front_matter_format() {
  return {"front-matter", "text below a '---' header with title, url, date, as trafilatura's",
          detect, split_whole, parse};
}

}  // namespace news
