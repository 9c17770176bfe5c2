#include "indexer/reader/nitf.h"

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

// Parts of the body that are no story.
constexpr std::string_view kNoStory = "media media-reference media-caption body.end notes";

bool detect(const Sniff& sniff) { return xml_start(sniff.bytes).name == "nitf"; }

void append(std::string& body, const std::string& text) {
  if (!body.empty() && !text.empty()) body += '\n';
  body += text;
}

/// The New York Times repeats the lead paragraph in a block beside the one with the full text.
std::string story_of(const pugi::xml_node& nitf) {
  const auto full = xml_nodes(nitf, "body/body.content/block[@class='full_text']");
  const auto& parts = full.empty() ? xml_nodes(nitf, "body/body.content") : full;
  std::string body;
  for (const pugi::xml_node& part : parts) append(body, xml_paragraphs(part, kNoStory));
  return body;
}

/// <dateline> holds text ("LIMA, Feb. 3"), or a location in parts beside the date.
void read_dateline(const pugi::xml_node& nitf, RawArticle& raw) {
  if (!raw.dateline_text.empty() || !raw.article.dateline.place.empty()) return;
  const std::string city = xml_value(nitf, "body/body.head/dateline/location/city");
  if (!city.empty()) {
    raw.article.dateline.place = city;
    raw.article.dateline.text = xml_value(nitf, "body/body.head/dateline/location");
    return;
  }
  const std::string place = xml_value(nitf, "body/body.head/dateline/location");
  const std::string date = xml_value(nitf, "body/body.head/dateline/story.date");
  std::string text = place.empty() ? xml_value(nitf, "body/body.head/dateline") : place;
  // Some put nothing but the date of the system there.
  if (text == date) return;
  if (!place.empty() && !date.empty() && !is_ascii_digit(date[0])) text += ", " + date;
  set_field(raw, Field::Dateline, text, "dateline");
}

void read_dates(const pugi::xml_node& nitf, RawArticle& raw) {
  if (raw.published_text.empty()) {
    set_xml_field(raw, Field::Published, nitf,
                  {"head/pubdata/@date.publication", "head/docdata/date.issue/@norm",
                   "head/docdata/date.release/@norm", "body/body.head/dateline/story.date/@norm",
                   "head/meta[@name='timestamp']/@content"});
  }
  if (raw.updated_text.empty()) {
    set_xml_field(raw, Field::Updated, nitf, {"head/revision-history/@norm"});
  }
}

void read_metadata(const pugi::xml_node& nitf, RawArticle& raw) {
  Article& article = raw.article;
  if (article.id.empty())
    set_xml_field(raw, Field::Id, nitf, {"head/docdata/doc-id/@id-string", "@uno"});
  if (article.url.empty()) set_xml_field(raw, Field::Url, nitf, {"head/pubdata/@ex-ref"});
  if (article.source.empty()) {
    set_xml_field(raw, Field::Source, nitf,
                  {"head/pubdata/@name", "body/body.head/distributor",
                   "head/docdata/doc-id/@regsrc", "head/docdata/del-list/from-src/@src-name",
                   "head/docdata/doc.rights/@owner", "body/body.head/rights/rights.owner",
                   "head/docdata/doc.copyright/@holder", "head/meta[@name='provider']/@content"});
  }
  if (article.section.empty()) {
    set_xml_field(raw, Field::Section, nitf,
                  {"head/meta[@name='online_sections']/@content", "head/meta[@name='dsk']/@content",
                   "head/pubdata/@position.section", "head/docdata/doc-scope/@scope"});
  }
  if (article.language.empty()) set_xml_field(raw, Field::Language, nitf, {"@baselang", "@lang"});
  add_xml_field(raw, Field::Keywords, nitf, "head/docdata/key-list/keyword/@key");
  add_xml_field(raw, Field::Keywords, nitf, "head/docdata/key-list/keyword");
  add_xml_field(raw, Field::Countries, nitf,
                "head/docdata/identified-content/location[@class='indexing_service']");
  add_xml_field(raw, Field::Countries, nitf, "head/docdata/evloc/@iso-cc");
}

void read_whole(const pugi::xml_node& nitf, ParsedRecord& out) {
  const std::string status = ascii_lower(xml_value(nitf, "head/docdata/@management-status"));
  if (is_withdrawn(status)) return reject_part("", "withdrawn by its provider: " + status, out);
  RawArticle raw;
  read_nitf(nitf, raw);
  add_article(std::move(raw), "", out);
}

void parse(const Record& record, const ReadOptions&, ParsedRecord& out) {
  read_xml(record, out, read_whole);
}

}  // namespace

void read_nitf(const pugi::xml_node& nitf, RawArticle& raw) {
  Article& article = raw.article;
  if (article.headline.empty()) {
    set_xml_field(raw, Field::Headline, nitf,
                  {"body/body.head/hedline/hl1", "body/body.head/headline", "head/title",
                   "body/body.head/hedline/hl2"});
  }
  if (article.body.empty()) article.body = clean_text(story_of(nitf));
  if (article.summary.empty())
    set_xml_field(raw, Field::Summary, nitf, {"body/body.head/abstract"});
  if (article.authors.empty()) {
    const auto byline =
        xml_values(nitf, "body/body.head/byline[not(@class) or @class='print_byline']/person");
    for (const std::string& name : byline) set_field(raw, Field::Authors, name, "byline");
    if (byline.empty()) {
      set_xml_field(
          raw, Field::Authors, nitf,
          {"body/body.head/byline[@class='print_byline']",
           "body/body.head/byline[@class='normalized_byline']", "body/body.head/byline[not(byttl)]",
           "body/body.head/byline/text()", "body/body.head/byline"});
    }
  }
  for (const pugi::xml_node& caption : xml_nodes(nitf, "body//media/media-caption")) {
    set_field(raw, Field::Captions, xml_paragraphs(caption), "media-caption");
  }
  read_dateline(nitf, raw);
  read_dates(nitf, raw);
  read_metadata(nitf, raw);
}

Format nitf_format() {
  return {"nitf", "NITF: an article in <nitf>, as agencies and archives of papers keep it", detect,
          split_whole, parse};
}

}  // namespace news
