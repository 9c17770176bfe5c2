#include <simdjson.h>

#include "common/base/text.h"
#include "indexer/reader/detect.h"
#include "indexer/reader/json_article.h"
#include "indexer/reader/json_repair.h"
#include "indexer/reader/json_values.h"
#include "indexer/reader/readers.h"
#include "indexer/reader/splitters.h"

namespace news {
namespace {

using simdjson::dom::element;

static_assert(kRecordPadding >= simdjson::SIMDJSON_PADDING);

// Keys under which files and answers of services hold their list of articles.
constexpr std::string_view kListKeys[] = {
    "articles",         "results",    "items", "docs",      "posts",
    "stories",          "news",       "data",  "hits.hits", "response.docs",
    "response.results", "data.items", "item"};

// Keys under which a wrapper holds its one document: Elasticsearch, the API of AP.
constexpr std::string_view kWrapped[] = {"_source", "item", "data.item"};

constexpr std::size_t kKeepBuffersBelow = 4u << 20;

/// Whether a line of JSON is an object to its end, breaks off inside a string, or neither.
enum class LineShape { Object, CutString, Other };

LineShape shape_of(std::string_view line) {
  int depth = 0;
  bool in_string = false;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const char c = line[i];
    if (in_string) {
      if (c == '\\') ++i;
      if (c == '"') in_string = false;
      continue;
    }
    if (c == '"') in_string = true;
    if (c == '{' || c == '[') ++depth;
    if ((c == '}' || c == ']') && --depth == 0) {
      return trim(line.substr(i + 1)).empty() ? LineShape::Object : LineShape::Other;
    }
  }
  return in_string ? LineShape::CutString : LineShape::Other;
}

bool has_ending(std::string_view name, std::string_view ending) {
  return name.size() >= ending.size() && name.substr(name.size() - ending.size()) == ending;
}

bool is_named_lines(std::string_view name) {
  for (const std::string_view packed : {".gz", ".zst", ".xz", ".bz2", ".Z"}) {
    if (has_ending(name, packed)) name.remove_suffix(packed.size());
  }
  return has_ending(name, ".jsonl") || has_ending(name, ".ndjson") || has_ending(name, ".jl");
}

bool detect_lines(const Sniff& sniff) {
  const std::string_view text = skip_bom_and_space(sniff.bytes);
  if (text.substr(0, 1) != "{") return false;
  if (is_named_lines(sniff.name)) return true;
  const std::size_t end = text.find('\n');
  // A first line longer than the sniff is read as a line: it may be one of many.
  if (end == std::string_view::npos) return sniff.bytes.size() >= kSniffBytes;
  switch (shape_of(text.substr(0, end))) {
    case LineShape::Object:
      return !trim(text.substr(end)).empty();
    // JSON has no line end inside a string: this line was cut off, and the next begins anew.
    case LineShape::CutString:
      return skip_bom_and_space(text.substr(end)).substr(0, 1) == "{";
    case LineShape::Other:
      return false;
  }
  return false;
}

bool detect_value(const Sniff& sniff) {
  const std::string_view text = skip_bom_and_space(sniff.bytes);
  if (text.substr(0, 1) == "{") {
    const std::string_view inside = skip_bom_and_space(text.substr(1));
    return inside.empty() || inside[0] == '"' || inside[0] == '}';
  }
  if (text.substr(0, 1) != "[") return false;
  // "[1] See ..." is text; a list of articles begins with an object.
  const std::string_view inside = skip_bom_and_space(text.substr(1));
  return !inside.empty() && inside[0] == '{';
}

/// The parser and what its answers point into: one a thread, so that its buffers are used again.
struct Parser {
  simdjson::dom::parser parser;
  std::string repaired;
};

simdjson::error_code parse_value(Parser& state, const std::string& bytes, element& root) {
  const std::size_t skip = bytes.compare(0, 3, "\xef\xbb\xbf") == 0 ? 3 : 0;
  const bool padded = bytes.capacity() - bytes.size() >= kRecordPadding;
  auto error = state.parser.parse(bytes.data() + skip, bytes.size() - skip, !padded).get(root);
  switch (error) {
    case simdjson::UTF8_ERROR:
    case simdjson::UNESCAPED_CHARS:
    case simdjson::STRING_ERROR:
    case simdjson::NUMBER_ERROR:
    case simdjson::N_ATOM_ERROR:
    case simdjson::TAPE_ERROR:
      state.repaired = repair_json(std::string_view(bytes).substr(skip));
      return state.parser.parse(state.repaired).get(root);
    default:
      return error;
  }
}

class ValueReader {
 public:
  ValueReader(const ReadOptions& options, ParsedRecord& out) : options_(options), out_(out) {}

  void read(const element& root) {
    if (root.is_array()) return read_list(root);
    if (!root.is_object()) return reject("", "JSON, but no object with an article");
    JsonArticle article = json_article(root, options_);
    if (article.refusal.empty() && says_nothing(article.raw)) {
      element inner;
      for (const std::string_view key : kListKeys) {
        if (json_find(root, key, inner) && inner.is_array()) return read_list(inner);
      }
      if (find_wrapped(root, inner)) return read_wrapped(root, inner);
    }
    add(std::move(article), "");
  }

 private:
  static bool says_nothing(const RawArticle& raw) {
    return raw.article.headline.empty() && raw.article.body.empty();
  }

  void reject(std::string record, std::string why) {
    out_.rejections.push_back({"", std::move(record), std::move(why)});
  }

  void add(JsonArticle article, std::string record) {
    if (!article.refusal.empty()) return reject(std::move(record), std::move(article.refusal));
    if (says_nothing(article.raw)) return reject(std::move(record), "no headline and no text");
    if (article.raw.article.format.empty()) article.raw.article.record = std::move(record);
    out_.articles.push_back(std::move(article.raw));
  }

  static bool find_wrapped(const element& wrapper, element& document) {
    for (const std::string_view key : kWrapped) {
      if (json_find(wrapper, key, document) && document.is_object()) return true;
    }
    return false;
  }

  /// Elasticsearch wraps a document with its id beside it.
  void read_wrapped(const element& wrapper, const element& document,
                    const std::string& record = "") {
    JsonArticle article = json_article(document, options_);
    element id;
    std::string& own = article.raw.article.id;
    if (own.empty() && json_find(wrapper, "_id", id)) own = json_text(id);
    add(std::move(article), record);
  }

  void read_list(const element& list) {
    std::size_t number = 0;
    const simdjson::dom::array items = list.get_array();
    for (const element item : items) {
      const std::string record = "item " + std::to_string(++number);
      if (!item.is_object()) {
        reject(record, "JSON, but no object with an article");
        continue;
      }
      JsonArticle article = json_article(item, options_);
      element document;
      if (says_nothing(article.raw) && find_wrapped(item, document)) {
        read_wrapped(item, document, record);
      } else {
        add(std::move(article), record);
      }
    }
    if (number == 0) reject("", "an empty list of articles");
  }

  const ReadOptions& options_;
  ParsedRecord& out_;
};

void parse(const Record& record, const ReadOptions& options, ParsedRecord& out) {
  thread_local Parser state;
  element root;
  const simdjson::error_code error = parse_value(state, record.bytes, root);
  if (error != simdjson::SUCCESS) {
    out.rejections.push_back(
        {"", "", std::string("invalid JSON: ") + simdjson::error_message(error)});
    return;
  }
  ValueReader(options, out).read(root);
  // The parser's buffers are many times the record; one huge record shouldn't keep them for good.
  if (record.bytes.size() > kKeepBuffersBelow) state = Parser();
}

}  // namespace

Format json_lines_format() {
  return {"jsonl", "JSON Lines: one article a line, with any of the usual keys", detect_lines,
          split_lines, parse};
}

Format json_format() {
  return {"json", "a JSON file: an article, an array of them, or {\"articles\": [...]}",
          detect_value, split_whole, parse};
}

}  // namespace news
