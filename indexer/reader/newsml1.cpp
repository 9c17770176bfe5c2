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

// Components with text; pictures and their captions are components too.
constexpr const char* kContents =
    "ContentItem[not(MediaType) or MediaType/@FormalName='Text' or "
    "MediaType/@FormalName='ComplexData'][not(Format/@FormalName='JPEG Baseline' or "
    "Format/@FormalName='CSS')]/DataContent";

bool detect(const Sniff& sniff) { return xml_start(sniff.bytes).name == "NewsML"; }

bool has_text(const pugi::xml_node& component) {
  for (const pugi::xml_node& content : xml_nodes(component, ".//DataContent")) {
    if (!xml_paragraphs(content).empty()) return true;
  }
  return false;
}

/// True when a component is a picture, a sound or a film with its caption.
bool is_picture(const pugi::xml_node& component) {
  static constexpr const char* kMedia =
      "(.//ContentItem/MediaType/@FormalName | .//Property[@FormalName='ComponentClass']/@Value)";
  bool any = false;
  for (const std::string& type : xml_values(component, kMedia)) {
    if (type == "Text" || type == "ComplexData") return false;
    any = true;
  }
  return any;
}

/// The components that are a story each: those deepest down with a headline of their own and text.
void find_stories(const pugi::xml_node& component, std::vector<pugi::xml_node>& stories) {
  const std::size_t before = stories.size();
  for (const pugi::xml_node& inner : xml_nodes(component, "NewsComponent")) {
    if (!is_picture(inner)) find_stories(inner, stories);
  }
  if (stories.size() != before) return;
  if (!xml_value(component, "NewsLines/HeadLine").empty() && has_text(component)) {
    stories.push_back(component);
  }
}

void read_content(const pugi::xml_node& content, RawArticle& raw) {
  const auto nitf = xml_nodes(content, "nitf");
  if (!nitf.empty()) {
    RawArticle inner;
    read_nitf(nitf[0], inner);
    if (raw.article.headline.empty()) raw.article.headline = inner.article.headline;
    if (raw.article.authors.empty()) raw.article.authors = inner.article.authors;
    if (raw.dateline_text.empty()) raw.dateline_text = inner.dateline_text;
    if (!raw.article.body.empty() && !inner.article.body.empty()) raw.article.body += '\n';
    raw.article.body += inner.article.body;
    return;
  }
  std::string text = xml_paragraphs(content, "head hedline media");
  // Press releases repeat the headline at the top of their HTML.
  const std::size_t end = text.find('\n');
  if (end != std::string::npos && collapse_spaces(text.substr(0, end)) == raw.article.headline)
    text.erase(0, end + 1);
  if (!raw.article.body.empty() && !text.empty()) raw.article.body += '\n';
  raw.article.body += clean_text(text);
}

/// Collects the text of a component and those inside it, by the role each has.
void read_contents(const pugi::xml_node& component, RawArticle& raw) {
  const std::string role = ascii_lower(xml_value(component, "Role/@FormalName"));
  if (role == "title" || role == "caption" || is_picture(component)) return;
  for (const pugi::xml_node& content : xml_nodes(component, kContents)) {
    if (role == "lead" || role == "abstract") {
      set_field(raw, Field::Summary, xml_paragraphs(content), "Lead");
    } else {
      read_content(content, raw);
    }
  }
  for (const pugi::xml_node& inner : xml_nodes(component, "NewsComponent"))
    read_contents(inner, raw);
}

void read_lines(const pugi::xml_node& component, RawArticle& raw) {
  set_xml_field(raw, Field::Headline, component,
                {"NewsLines/HeadLine", "ancestor::NewsComponent/NewsLines/HeadLine",
                 ".//NewsLines/HeadLine", ".//SlugLine"});
  set_xml_field(raw, Field::Summary, component, {"NewsLines/SubHeadLine"});
  add_xml_field(raw, Field::Authors, component, "NewsLines/ByLine");
  add_xml_field(raw, Field::Keywords, component, "NewsLines/KeywordLine");
  const std::string dateline = xml_value(component, "NewsLines/DateLine");
  if (!dateline.empty() && !is_ascii_digit(dateline[0])) raw.dateline_text = dateline;
}

void read_metadata(const pugi::xml_node& component, RawArticle& raw) {
  set_xml_field(
      raw, Field::Language, component,
      {"(ancestor-or-self::NewsComponent | "
       ".//NewsComponent)/DescriptiveMetadata/Language/@FormalName",
       "ancestor-or-self::*[@xml:lang][1]/@xml:lang",
       "NewsLines/HeadLine[@xml:lang!='x-default']/@xml:lang", ".//@xml:lang[.!='x-default']"});
  set_xml_field(
      raw, Field::Source, component,
      {"ancestor-or-self::NewsComponent/AdministrativeMetadata/Provider/Party/@FormalName",
       ".//AdministrativeMetadata/Provider/Party/@FormalName",
       "ancestor::NewsML/NewsEnvelope/SentFrom/Party/@FormalName",
       "ancestor-or-self::NewsComponent/NewsLines/CreditLine",
       "ancestor-or-self::NewsComponent/AdministrativeMetadata/Source/Party/@FormalName",
       ".//AdministrativeMetadata/Source/Party/@FormalName",
       "ancestor::NewsItem/Identification/NewsIdentifier/ProviderId"});
  const char* kKeywords =
      "(ancestor-or-self::NewsComponent)/DescriptiveMetadata/Property[@FormalName='Keyword']/"
      "@Value";
  add_xml_field(raw, Field::Keywords, component, kKeywords);
  if (!raw.dateline_text.empty()) return;
  raw.article.dateline.place =
      xml_value(component,
                "ancestor-or-self::NewsComponent/DescriptiveMetadata/Location[@HowPresent='Origin']"
                "/Property[@FormalName='City']/@Value");
}

/// An item keeps its name through its revisions.
std::string item_id(const pugi::xml_node& item) {
  const pugi::xml_node name = item.child("Identification").child("NewsIdentifier");
  const std::string id = xml_value(name, "NewsItemId");
  if (id.empty()) return xml_value(name, "PublicIdentifier");
  return "urn:newsml:" + xml_value(name, "ProviderId") + ":" + xml_value(name, "DateId") + ":" + id;
}

void read_item(const pugi::xml_node& item, const std::string& part, ParsedRecord& out) {
  const std::string status = ascii_lower(xml_value(item, "NewsManagement/Status/@FormalName"));
  if (is_withdrawn(status)) {
    return reject_part(part, "withdrawn by its provider: " + status, out);
  }
  std::vector<pugi::xml_node> stories;
  for (const pugi::xml_node& component : xml_nodes(item, "NewsComponent")) {
    const std::size_t before = stories.size();
    find_stories(component, stories);
    if (stories.size() == before && has_text(component)) stories.push_back(component);
  }
  std::size_t number = 0;
  for (const pugi::xml_node& story : stories) {
    RawArticle raw;
    raw.article.id = item_id(item);
    if (stories.size() > 1) raw.article.id += "#" + std::to_string(++number);
    set_xml_field(raw, Field::Published, item,
                  {"NewsManagement/FirstCreated", "Identification/NewsIdentifier/DateId"});
    set_xml_field(raw, Field::Updated, item, {"NewsManagement/ThisRevisionCreated"});
    read_lines(story, raw);
    read_contents(story, raw);
    read_metadata(story, raw);
    std::string name = part;
    if (stories.size() > 1) name += (part.empty() ? "story " : " story ") + std::to_string(number);
    if (raw.article.body.empty()) {
      reject_part(name, "no text item: pictures or sound alone", out);
    } else {
      add_article(std::move(raw), name, out);
    }
  }
  if (stories.empty()) reject_part(part, "no text item in it", out);
}

void read_root(const pugi::xml_node& root, ParsedRecord& out) {
  const auto items = xml_nodes(root, "NewsItem");
  std::size_t number = 0;
  for (const pugi::xml_node& item : items) read_item(item, part_name(++number, items.size()), out);
  if (items.empty()) reject_part("", "no text item in it", out);
}

void parse(const Record& record, const ReadOptions&, ParsedRecord& out) {
  read_xml(record, out, read_root);
}

}  // namespace

Format newsml1_format() {
  return {"newsml1", "NewsML 1: news items with their components", detect, split_whole, parse};
}

}  // namespace news
