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

bool detect(const Sniff& sniff) {
  const XmlStart start = xml_start(sniff.bytes);
  if (start.name == "rss") return true;
  if (start.name == "RDF") return start.tag.find("purl.org/rss") != std::string_view::npos;
  if (start.name != "feed") return false;
  return start.tag.find("xmlns") != std::string_view::npos ||
         sniff.bytes.find("<entry") != std::string_view::npos;
}

void set_text(std::string& field, const pugi::xml_node& from, const char* path) {
  for (const pugi::xml_node& node : xml_nodes(from, path)) {
    if (field.empty()) field = clean_text(xml_paragraphs(node));
  }
}

/// A description can be the whole story, a summary of it, or links to elsewhere.
void settle_summary(RawArticle& raw) {
  Article& article = raw.article;
  article.summary = collapse_spaces(article.summary);
  if (article.summary == collapse_spaces(article.body)) article.summary.clear();
}

/// "https://ex.test/a#0" -> "https://ex.test/a": some mark revisions of an item so.
std::string without_revision(std::string id) {
  const std::size_t at = id.rfind('#');
  if (at == std::string::npos || at + 1 == id.size() || id.size() - at > 4) return id;
  const bool digits = id.find_first_not_of("0123456789", at + 1) == std::string::npos;
  if (digits) id.resize(at);
  return id;
}

void read_rss_item(const pugi::xml_node& item, const pugi::xml_node& channel, RawArticle& raw) {
  set_xml_field(raw, Field::Headline, item, {"title", "dc:title", "media:title"});
  set_xml_field(raw, Field::Url, item, {"link[not(@rel) or @rel='alternate']", "link/@href"});
  std::string id = xml_value(item, "guid");
  if (id.empty()) id = xml_value(item, "@*[name()='rdf:about']");
  const bool permanent = xml_value(item, "guid/@isPermaLink") != "false";
  if (raw.article.url.empty() && permanent && id.compare(0, 4, "http") == 0) raw.article.url = id;
  raw.article.id = without_revision(id);
  set_text(raw.article.body, item, "content:encoded | *[local-name()='encoded'] | fulltext");
  set_text(raw.article.summary, item, "description");
  set_text(raw.article.summary, item, "dc:description | media:description | itunes:summary");
  settle_summary(raw);
  set_xml_field(raw, Field::Published, item,
                {"pubDate", "dc:date", "dcterms:issued", "dcterms:created", "published"});
  set_xml_field(raw, Field::Updated, item, {"atom:updated", "dcterms:modified", "updated"});
  for (const char* path : {"dc:creator", "author", "itunes:author"}) {
    if (raw.article.authors.empty()) add_xml_field(raw, Field::Authors, item, path);
  }
  add_xml_field(raw, Field::Keywords, item, "category | dc:subject | media:keywords");
  set_xml_field(raw, Field::Source, item, {"source", "dc:publisher"});
  if (raw.article.source.empty())
    set_xml_field(raw, Field::Source, channel, {"title", "dc:publisher"});
  set_xml_field(raw, Field::Language, item, {"dc:language", "@xml:lang"});
  if (raw.article.language.empty())
    set_xml_field(raw, Field::Language, channel, {"language", "dc:language"});
}

void read_entry(const pugi::xml_node& entry, const pugi::xml_node& feed, RawArticle& raw) {
  set_xml_field(raw, Field::Id, entry, {"id"});
  set_xml_field(raw, Field::Url, entry, {"link[@rel='alternate']/@href", "link[not(@rel)]/@href"});
  set_xml_field(raw, Field::Headline, entry, {"title"});
  set_text(raw.article.body, entry, "content[not(@src)]");
  set_text(raw.article.summary, entry, "summary");
  settle_summary(raw);
  set_xml_field(raw, Field::Published, entry,
                {"published", "issued", "*[local-name()='published']", "updated"});
  set_xml_field(raw, Field::Updated, entry, {"updated", "modified"});
  add_xml_field(raw, Field::Authors, entry, "author/name");
  if (raw.article.authors.empty()) add_xml_field(raw, Field::Authors, feed, "author/name");
  add_xml_field(raw, Field::Keywords, entry, "category/@label");
  if (raw.article.keywords.empty()) add_xml_field(raw, Field::Keywords, entry, "category/@term");
  set_xml_field(raw, Field::Source, entry, {"source/title"});
  if (raw.article.source.empty()) set_xml_field(raw, Field::Source, feed, {"title"});
  set_xml_field(
      raw, Field::Language, entry,
      {"ancestor-or-self::*[@xml:lang][1]/@xml:lang", "content/@xml:lang", "*[@lang]/@lang"});
}

/// Agencies extend entries with the story itself, in a vocabulary of their own.
void read_entry_extensions(const pugi::xml_node& entry, RawArticle& raw) {
  std::string body;
  for (const char* path : {"*/*[local-name()='first_line']", "*/*[local-name()='body']"}) {
    std::string part;
    set_text(part, entry, path);
    if (!body.empty() && !part.empty()) body += '\n';
    body += part;
  }
  if (body.size() > raw.article.body.size()) raw.article.body = std::move(body);
}

void read_root(const pugi::xml_node& root, ParsedRecord& out) {
  const bool atom = std::string_view(root.name()) == "feed";
  const auto items = xml_nodes(root, atom ? "entry" : "channel/item | item");
  const pugi::xml_node channel = atom ? root : root.child("channel");
  std::size_t number = 0;
  for (const pugi::xml_node& item : items) {
    RawArticle raw;
    if (atom) {
      read_entry(item, root, raw);
      read_entry_extensions(item, raw);
    } else {
      read_rss_item(item, channel, raw);
    }
    add_article(std::move(raw), part_name(++number, items.size()), out);
  }
  if (items.empty()) reject_part("", "a feed without items", out);
}

void parse(const Record& record, const ReadOptions&, ParsedRecord& out) {
  read_xml(record, out, read_root);
}

}  // namespace

Format feed_format() {
  return {"feed", "RSS 0.9 to 2.0 and Atom: a feed with its items", detect, split_whole, parse};
}

}  // namespace news
