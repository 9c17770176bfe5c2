#include "indexer/reader/json_ld.h"

#include <simdjson.h>

#include <algorithm>
#include <iterator>

#include "common/base/text.h"
#include "indexer/reader/html_text.h"
#include "indexer/reader/json_repair.h"
#include "indexer/reader/json_scan.h"
#include "indexer/reader/json_values.h"

namespace news {
namespace {

using simdjson::dom::element;

struct KeyRow {
  std::string_view key;
  Field field;
  std::string_view origin;
};

constexpr KeyRow kKeys[] = {
    {"headline", Field::Headline, "json-ld headline"},
    {"name", Field::Headline, "json-ld name"},
    {"description", Field::Summary, "json-ld description"},
    {"articleBody", Field::Body, "json-ld articleBody"},
    {"datePublished", Field::Published, "json-ld datePublished"},
    {"dateCreated", Field::Published, "json-ld dateCreated"},
    {"dateModified", Field::Updated, "json-ld dateModified"},
    {"author", Field::Authors, "json-ld author"},
    {"creator", Field::Authors, "json-ld creator"},
    {"publisher", Field::Source, "json-ld publisher"},
    {"articleSection", Field::Section, "json-ld articleSection"},
    {"keywords", Field::Keywords, "json-ld keywords"},
    {"inLanguage", Field::Language, "json-ld inLanguage"},
    {"dateline", Field::Dateline, "json-ld dateline"},
    {"url", Field::Url, "json-ld url"},
    {"mainEntityOfPage", Field::Url, "json-ld mainEntityOfPage"},
};

constexpr std::size_t kMostObjects = 400;

/// The script without what hides it from old browsers, up to the last bracket.
std::string_view unwrap_script(std::string_view script) {
  for (const std::string_view mark : {"<!--", "<![CDATA["}) {
    const std::size_t at = script.substr(0, 64).find(mark);
    if (at != script.npos) script.remove_prefix(at + mark.size());
  }
  const std::size_t begin = std::min(script.find_first_of("{["), script.size());
  script.remove_prefix(begin);
  const std::size_t end = script.find_last_of("}]");
  return script.substr(0, end == script.npos ? 0 : end + 1);
}

bool is_article_type(std::string_view type) {
  const std::size_t slash = type.rfind('/');
  if (slash != type.npos) type.remove_prefix(slash + 1);
  for (const std::string_view name :
       {"BlogPosting", "LiveBlogPosting", "Report", "Posting", "News"}) {
    if (type == name) return true;
  }
  return type.size() >= 7 && type.substr(type.size() - 7) == "Article";
}

bool is_article(const element& object) {
  element type;
  if (object.at_key("@type").get(type) != simdjson::SUCCESS) return false;
  const std::string names = json_text(type);
  for (const std::string_view name : split(names, '\n')) {
    if (is_article_type(name)) return true;
  }
  return false;
}

/// Text in JSON-LD is often text of HTML.
void decode_texts(Article& article) {
  article.headline = html_to_text(article.headline);
  article.summary = html_to_text(article.summary);
  article.body = html_to_text(article.body);
  article.section = html_to_text(article.section);
  article.source = html_to_text(article.source);
  for (std::string& author : article.authors) author = html_to_text(author);
  for (std::string& keyword : article.keywords) keyword = html_to_text(keyword);
}

void note(RawArticle& raw, std::vector<Field>& filled, const KeyRow& row) {
  filled.push_back(row.field);
  const std::string_view name = all_fields()[static_cast<std::size_t>(row.field)].name;
  raw.origins.push_back({std::string(name), std::string(row.origin)});
}

class Reader {
 public:
  /// Lists the objects of one script: itself, the members of arrays and graphs.
  void add(const element& root) {
    std::vector<element> open = {root};
    while (!open.empty() && objects_.size() < kMostObjects) {
      const element value = open.back();
      open.pop_back();
      simdjson::dom::array items;
      if (value.get_array().get(items) == simdjson::SUCCESS) {
        std::vector<element> members(items.begin(), items.end());
        open.insert(open.end(), members.rbegin(), members.rend());
      } else if (value.is_object()) {
        objects_.push_back(value);
        for (const std::string_view key : {"mainEntity", "@graph"}) {
          element inner;
          if (value.at_key(key).get(inner) == simdjson::SUCCESS) open.push_back(inner);
        }
      }
    }
  }

  JsonLdArticle read() const {
    JsonLdArticle result;
    for (const element& object : objects_) {
      if (!is_article(object)) continue;
      RawArticle raw = read_article(object);
      const bool is_better =
          !result.found || (result.raw.article.headline.empty() && !raw.article.headline.empty());
      if (is_better) {
        result.raw = std::move(raw);
        result.alternative_headline = text_at(object, "alternativeHeadline");
      }
      result.found = true;
    }
    return result;
  }

 private:
  static std::string text_at(const element& object, std::string_view key) {
    element value;
    return object.at_key(key).get(value) == simdjson::SUCCESS ? json_text(value) : std::string();
  }

  RawArticle read_article(const element& object) const {
    RawArticle raw;
    std::vector<Field> filled;
    for (const KeyRow& row : kKeys) {
      if (std::find(filled.begin(), filled.end(), row.field) != filled.end()) continue;
      element value;
      if (object.at_key(row.key).get(value) != simdjson::SUCCESS || value.is_null()) continue;
      const bool is_set = set_json_field(raw, row.field, follow(value), row.origin);
      if (is_set) note(raw, filled, row);
    }
    return raw;
  }

  /// The object that {"@id": ...} points at, if the page has it; else the value itself.
  element follow(const element& value) const {
    element first = value;
    simdjson::dom::array items;
    if (value.get_array().get(items) == simdjson::SUCCESS && items.size() == 1) {
      first = *items.begin();
    }
    element name;
    std::string_view id;
    if (!first.is_object() || first.at_key("name").get(name) == simdjson::SUCCESS ||
        first.at_key("@id").get_string().get(id) != simdjson::SUCCESS) {
      return value;
    }
    for (const element& object : objects_) {
      std::string_view own;
      if (object.at_key("@id").get_string().get(own) == simdjson::SUCCESS && own == id &&
          object.at_key("name").get(name) == simdjson::SUCCESS) {
        return name;
      }
    }
    return value;
  }

  std::vector<element> objects_;
};

/// The same keys, from JSON that no parser takes.
RawArticle scan_article(std::string_view script) {
  RawArticle raw;
  std::vector<Field> filled;
  for (const KeyRow& row : kKeys) {
    if (row.key == "name" || row.key == "url") continue;  // these belong to anything
    if (std::find(filled.begin(), filled.end(), row.field) != filled.end()) continue;
    const std::string value = scan_json_value(script, row.key);
    if (set_field(raw, row.field, value, row.origin)) note(raw, filled, row);
  }
  return raw;
}

bool parse(simdjson::dom::parser& parser, std::string_view script, element& root) {
  return parser.parse(script.data(), script.size()).get(root) == simdjson::SUCCESS ||
         parser.parse(repair_json(script)).get(root) == simdjson::SUCCESS;
}

}  // namespace

JsonLdArticle read_json_ld(const std::vector<std::string>& scripts) {
  std::vector<simdjson::dom::parser> parsers(scripts.size());
  Reader reader;
  std::string_view broken;
  for (std::size_t i = 0; i < scripts.size(); ++i) {
    const std::string_view script = unwrap_script(scripts[i]);
    element root;
    if (script.empty()) continue;
    if (parse(parsers[i], script, root)) {
      reader.add(root);
    } else if (broken.empty() && script.find("Article\"") != script.npos) {
      broken = script;
    }
  }
  JsonLdArticle result = reader.read();
  if (!result.found && !broken.empty()) {
    result.raw = scan_article(broken);
    result.found = true;
  }
  decode_texts(result.raw.article);
  result.alternative_headline = html_to_text(result.alternative_headline);
  return result;
}

}  // namespace news
