#include <algorithm>
#include <pugixml.hpp>

#include "common/base/text.h"
#include "indexer/reader/nitf.h"
#include "indexer/reader/readers.h"
#include "indexer/reader/splitters.h"
#include "indexer/reader/text_repair.h"
#include "indexer/reader/xml_document.h"
#include "indexer/reader/xml_reading.h"
#include "indexer/reader/xml_values.h"

namespace news {
namespace {

constexpr std::string_view kRoots[] = {
    "newsItem",     "newsMessage", "packageItem", "conceptItem", "knowledgeItem",
    "planningItem", "catalogItem", "contentSet",  "contentMeta", "groupSet"};

// Inside the content: what repeats the metadata.
constexpr std::string_view kNoStory = "head header RUBRIK DAT BYLINE VINJETT media figure";

bool detect(const Sniff& sniff) {
  const XmlStart start = xml_start(sniff.bytes);
  return std::find(std::begin(kRoots), std::end(kRoots), start.name) != std::end(kRoots);
}

/// "ninat:text" and "http://cv.iptc.org/newscodes/ninature/text" -> "text"
std::string last_of_code(std::string code) {
  const std::size_t at = code.find_last_of(":/");
  return at == std::string::npos ? code : code.substr(at + 1);
}

/// A party is given by name, by a literal, or only by a code or an address of its own.
std::string party_name(const pugi::xml_node& party) {
  for (const char* path : {"name[@xml:lang='en']", "name", "@literal"}) {
    std::string name = xml_value(party, path);
    if (!name.empty()) return name;
  }
  const std::string code = xml_value(party, "@qcode");
  if (!code.empty()) return last_of_code(code);
  std::string address = xml_value(party, "@uri");
  const std::size_t begin = address.find("://");
  if (begin == std::string::npos) return {};
  address.erase(0, begin + 3);
  return address.substr(0, address.find('/'));
}

void set_party(RawArticle& raw, Field field, const pugi::xml_node& item, const char* path) {
  for (const pugi::xml_node& party : xml_nodes(item, path)) {
    if (set_field(raw, field, party_name(party), path)) return;
  }
}

/// The text of <contentSet>: NITF, XHTML or another vocabulary inline, or plain text.
void read_content(const pugi::xml_node& content, RawArticle& raw) {
  for (const pugi::xml_node& inline_xml : xml_nodes(content, "inlineXML")) {
    if (!raw.article.body.empty()) return;
    const auto nitf = xml_nodes(inline_xml, "nitf");
    if (!nitf.empty()) {
      read_nitf(nitf[0], raw);
      continue;
    }
    const std::string type = xml_value(inline_xml, "@contenttype");
    const bool data =
        type.find("sportsml") != type.npos || !xml_nodes(inline_xml, "events").empty();
    if (data) continue;
    const auto body = xml_nodes(inline_xml, ".//body");
    raw.article.body = clean_text(xml_paragraphs(body.empty() ? inline_xml : body[0], kNoStory));
  }
  for (const pugi::xml_node& data : xml_nodes(content, "inlineData[not(@encoding)]")) {
    if (raw.article.body.empty()) raw.article.body = xml_paragraphs(data);
  }
}

/// A dateline is words; some systems write their clock into it.
void read_place(const pugi::xml_node& item, RawArticle& raw) {
  const std::string dateline = xml_value(item, "contentMeta/dateline");
  if (!dateline.empty() && !is_ascii_digit(dateline[0])) raw.dateline_text = dateline;
  if (!raw.dateline_text.empty()) return;
  const std::string place = xml_value(item, "contentMeta/located/name");
  // The words before the comma are the place: "New York, NY".
  raw.article.dateline.place = place.substr(0, place.find(','));
  if (raw.article.dateline.place.empty()) {
    raw.article.dateline.place = xml_value(item, "contentMeta/located/@literal");
  }
}

void read_subjects(const pugi::xml_node& item, RawArticle& raw) {
  add_xml_field(raw, Field::Keywords, item, "contentMeta/keyword");
  for (const pugi::xml_node& subject : xml_nodes(item, "contentMeta/subject")) {
    std::string name = xml_value(subject, "name[@xml:lang='en' or @xml:lang='en-GB']");
    if (name.empty()) name = xml_value(subject, "name");
    if (name.size() > 1) set_field(raw, Field::Keywords, name, "subject");
    const std::string code = xml_value(subject, "@qcode");
    if (code.compare(0, 6, "iso316") == 0 || code.compare(0, 5, "cntry") == 0)
      set_field(raw, Field::Countries, last_of_code(code), "subject");
  }
}

void read_metadata(const pugi::xml_node& item, RawArticle& raw) {
  set_xml_field(raw, Field::Id, item, {"@guid"});
  set_xml_field(raw, Field::Headline, item,
                {"contentMeta/headline[not(@role) or contains(@role, 'main')]",
                 "contentMeta/headline", "itemMeta/title"});
  set_xml_field(raw, Field::Summary, item,
                {"contentMeta/description[contains(@role, 'summary') or contains(@role, 'lead') or "
                 "contains(@role, 'abstract') or not(@role)]",
                 "contentMeta/headline[contains(@role, 'sub')]"});
  set_xml_field(raw, Field::Published, item,
                {"itemMeta/firstCreated", "itemMeta/versionCreated", "contentMeta/contentCreated"});
  set_xml_field(raw, Field::Updated, item, {"itemMeta/versionCreated"});
  set_xml_field(raw, Field::Language, item, {"contentMeta/language/@tag", "@xml:lang"});
  for (const char* path : {"contentMeta/by", "contentMeta/creator/name"}) {
    if (raw.article.authors.empty()) add_xml_field(raw, Field::Authors, item, path);
  }
  set_party(raw, Field::Source, item, "itemMeta/provider");
  if (raw.article.source.empty()) set_party(raw, Field::Source, item, "contentMeta/infoSource");
  if (raw.article.source.empty()) set_party(raw, Field::Source, item, "rightsInfo/copyrightHolder");
  set_party(raw, Field::Agency, item, "contentMeta/infoSource[@literal or name]");
  read_subjects(item, raw);
  read_place(item, raw);
}

void read_item(const pugi::xml_node& item, const std::string& part, ParsedRecord& out) {
  const std::string status = last_of_code(xml_value(item, "itemMeta/pubStatus/@qcode"));
  if (is_withdrawn(status)) {
    return reject_part(part, "withdrawn by its provider: " + status, out);
  }
  RawArticle raw;
  read_metadata(item, raw);
  for (const pugi::xml_node& content : xml_nodes(item, "contentSet")) read_content(content, raw);
  const std::string nature = last_of_code(xml_value(item, "itemMeta/itemClass/@qcode"));
  const bool text = nature.empty() || nature == "text";
  if (!text && (raw.article.body.empty() || nature != "composite"))
    return reject_part(part, "no text item but " + nature, out);
  add_article(std::move(raw), part, out);
}

void read_root(const pugi::xml_node& root, ParsedRecord& out) {
  const std::string_view name = root.name();
  if (name == "newsItem") return read_item(root, "", out);
  if (name == "contentSet") {
    RawArticle raw;
    read_content(root, raw);
    return add_article(std::move(raw), "", out);
  }
  const auto items = xml_nodes(root, "itemSet/newsItem");
  std::size_t number = 0;
  for (const pugi::xml_node& item : items) read_item(item, part_name(++number, items.size()), out);
  if (!items.empty()) return;
  if (name == "newsMessage") return reject_part("", "no text item in the message", out);
  reject_part("", "no text item but <" + std::string(name) + ">", out);
}

void parse(const Record& record, const ReadOptions&, ParsedRecord& out) {
  read_xml(record, out, read_root);
}

}  // namespace

Format newsml_g2_format() {
  return {"newsml-g2", "NewsML-G2: news items, alone or in a message", detect, split_whole, parse};
}

}  // namespace news
