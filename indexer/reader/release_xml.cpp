#include <pugixml.hpp>

#include "common/base/text.h"
#include "indexer/reader/html_text.h"
#include "indexer/reader/readers.h"
#include "indexer/reader/splitters.h"
#include "indexer/reader/text_repair.h"
#include "indexer/reader/xml_document.h"
#include "indexer/reader/xml_reading.h"
#include "indexer/reader/xml_values.h"

namespace news {
namespace {

/// A small vocabulary of one service: an element an item, a child a field.
struct Vocabulary {
  const char* items;  ///< XPath of the items from the root
  std::string_view root;
  std::string_view mark;  ///< stands in the beginning of each such file
  std::vector<std::pair<Field, const char*>> fields;
  const char* body;
  std::string_view source;  ///< who it is, where no field says so
};

const std::vector<Vocabulary>& vocabularies() {
  static const std::vector<Vocabulary> all = {
      {"descendant-or-self::RBNews",
       "RBNews",
       "<NewsID>",
       {{Field::Id, "NewsID"},
        {Field::Headline, "headline"},
        {Field::Summary, "subtitle"},
        {Field::Published, "PublishDate"},
        {Field::Dateline, "town"},
        {Field::Section, "section"},
        {Field::Keywords, "strapline"},
        {Field::Source, "origin"},
        {Field::Authors, "byline"}},
       "content",
       "Ritzau"},
      {"descendant-or-self::release",
       "release",
       "<leadtext",
       {{Field::Id, "@id"},
        {Field::Language, "@lang"},
        {Field::Url, "longurl"},
        {Field::Url, "shorturl"},
        {Field::Headline, "title"},
        {Field::Summary, "leadtext"},
        {Field::Published, "publicationDate"},
        {Field::Source, "publisher/name"},
        {Field::Source, "publisher"},
        {Field::Dateline, "location/name"},
        {Field::Keywords, "keywords/keyword"}},
       "body",
       ""},
  };
  return all;
}

/// The root, or a wrapper of a queue around items of that name.
const Vocabulary* find_vocabulary(std::string_view beginning, std::string_view root) {
  for (const Vocabulary& vocabulary : vocabularies()) {
    const std::string open = std::string("<").append(vocabulary.root);
    const bool has_items =
        root == vocabulary.root || (root.find("News") != std::string_view::npos &&
                                    beginning.find(open) != std::string_view::npos);
    if (has_items && beginning.find(vocabulary.mark) != std::string_view::npos) return &vocabulary;
  }
  return nullptr;
}

bool detect(const Sniff& sniff) {
  const std::string_view root = xml_start(sniff.bytes).name;
  return !root.empty() && find_vocabulary(sniff.bytes, root) != nullptr;
}

/// "/ritzau/" and "Via Ritzau" -> "ritzau", "Ritzau"
std::string source_name(std::string name) {
  while (!name.empty() && name.front() == '/') name.erase(0, 1);
  while (!name.empty() && name.back() == '/') name.pop_back();
  if (name.compare(0, 4, "Via ") == 0) name.erase(0, 4);
  return name;
}

RawArticle read_item(const pugi::xml_node& item, const Vocabulary& vocabulary) {
  RawArticle raw;
  for (const auto& [field, path] : vocabulary.fields) {
    const std::string value = text_of_html(xml_value(item, path));
    const bool taken = (field == Field::Url && !raw.article.url.empty()) ||
                       (field == Field::Source && !raw.article.source.empty());
    if (!taken) set_field(raw, field, value, path);
  }
  raw.article.source = source_name(raw.article.source);
  if (raw.article.source.empty()) raw.article.source = vocabulary.source;
  for (const pugi::xml_node& body : xml_nodes(item, vocabulary.body)) {
    // Escaped twice over: once for XML, once for the HTML inside.
    raw.article.body = clean_text(decode_html_references(xml_paragraphs(body)));
  }
  return raw;
}

void read_root(const pugi::xml_node& root, ParsedRecord& out) {
  for (const Vocabulary& vocabulary : vocabularies()) {
    const auto items = xml_nodes(root, vocabulary.items);
    std::size_t number = 0;
    for (const pugi::xml_node& item : items) {
      add_article(read_item(item, vocabulary), part_name(++number, items.size()), out);
    }
    if (!items.empty()) return;
  }
  reject_part("", "no news item in it", out);
}

void parse(const Record& record, const ReadOptions&, ParsedRecord& out) {
  read_xml(record, out, read_root);
}

}  // namespace

Format release_xml_format() {
  return {"release-xml", "XML of press release services: RBNews, <release>", detect, split_whole,
          parse};
}

}  // namespace news
