#include <pugixml.hpp>

#include "common/base/text.h"
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
  if (start.name == "TEI") return true;
  if (start.name != "doc") return false;
  return sniff.bytes.find("<main") != std::string_view::npos ||
         start.tag.find("fingerprint=") != std::string_view::npos ||
         start.tag.find("hostname=") != std::string_view::npos;
}

void read_list(RawArticle& raw, Field field, const pugi::xml_node& from, const char* path) {
  set_list_field(raw, field, xml_value(from, path), path);
}

void read_doc(const pugi::xml_node& doc, RawArticle& raw) {
  set_xml_field(raw, Field::Id, doc, {"@id", "@fingerprint"});
  set_xml_field(raw, Field::Url, doc, {"@url", "@source"});
  set_xml_field(raw, Field::Headline, doc, {"@title"});
  set_xml_field(raw, Field::Summary, doc, {"@description", "@excerpt"});
  set_xml_field(raw, Field::Published, doc, {"@date"});
  set_xml_field(raw, Field::Source, doc, {"@sitename", "@source-hostname", "@hostname"});
  set_xml_field(raw, Field::Language, doc, {"@language"});
  read_list(raw, Field::Authors, doc, "@author");
  read_list(raw, Field::Keywords, doc, "@categories");
  read_list(raw, Field::Keywords, doc, "@tags");
  for (const pugi::xml_node& text : xml_nodes(doc, "main")) {
    raw.article.body = clean_text(xml_paragraphs(text));
  }
}

/// "Example (ex.test)" -> "Example"
std::string without_host(std::string publisher) {
  const std::size_t at = publisher.rfind(" (");
  if (at != std::string::npos && publisher.back() == ')') publisher.resize(at);
  return publisher;
}

void read_tei(const pugi::xml_node& tei, RawArticle& raw) {
  const auto header = xml_nodes(tei, "teiHeader/fileDesc");
  const pugi::xml_node& description = header.empty() ? tei : header[0];
  set_xml_field(raw, Field::Id, description,
                {".//note[@type='id']", ".//note[@type='fingerprint']"});
  set_xml_field(raw, Field::Url, description, {".//ptr[@type='URL']/@target"});
  set_xml_field(raw, Field::Headline, description,
                {"titleStmt/title[@type='main']", "titleStmt/title"});
  set_xml_field(raw, Field::Summary, tei, {".//profileDesc/abstract"});
  set_xml_field(raw, Field::Published, description,
                {"sourceDesc/biblFull//date[not(@type) or @type='publication']", "sourceDesc//date",
                 "publicationStmt/date"});
  set_field(raw, Field::Source,
            without_host(xml_value(description, "sourceDesc/biblFull//publisher")), "publisher");
  if (raw.article.source.empty())
    set_xml_field(raw, Field::Source, description, {"publicationStmt/publisher"});
  set_xml_field(raw, Field::Language, tei, {"@xml:lang", ".//langUsage/language/@ident"});
  read_list(raw, Field::Authors, description, "titleStmt/author");
  if (raw.article.authors.empty())
    read_list(raw, Field::Authors, description, "sourceDesc/biblFull//author");
  for (const std::string& term : xml_values(tei, ".//textClass/keywords/term")) {
    set_list_field(raw, Field::Keywords, term, "keywords");
  }
  const auto entry = xml_nodes(tei, "text/body/div[@type='entry']");
  const auto body = entry.empty() ? xml_nodes(tei, "text/body") : entry;
  if (!body.empty()) raw.article.body = clean_text(xml_paragraphs(body[0]));
}

void read_root(const pugi::xml_node& root, ParsedRecord& out) {
  RawArticle raw;
  if (std::string_view(root.name()) == "TEI") {
    read_tei(root, raw);
  } else {
    read_doc(root, raw);
  }
  add_article(std::move(raw), "", out);
}

void parse(const Record& record, const ReadOptions&, ParsedRecord& out) {
  read_xml(record, out, read_root);
}

}  // namespace

Format trafilatura_xml_format() {
  return {"trafilatura-xml", "what trafilatura writes as XML or TEI", detect, split_whole, parse};
}

}  // namespace news
