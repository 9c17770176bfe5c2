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

constexpr std::string_view kOpen = "<newsitem ";

bool detect(const Sniff& sniff) {
  const XmlStart start = xml_start(sniff.bytes);
  return start.name == "newsitem" && start.tag.find("itemid=") != std::string_view::npos;
}

std::string no_label(std::string_view) { return {}; }

std::unique_ptr<RecordSplitter> split_items(ByteStream& stream) {
  return split_elements(stream, {kOpen, "</newsitem>", no_label});
}

/// The title is the headline behind the country: "PERU: Port reopens." Countries are given by codes
/// of Reuters' own (BIP), so the name in front of the title is worth more than the code.
void read_countries(const pugi::xml_node& item, RawArticle& raw) {
  const std::string title = xml_value(item, "title");
  const std::size_t colon = title.find(": ");
  if (colon == std::string::npos || colon > 40) return;
  for (const std::string_view country : split(std::string_view(title).substr(0, colon), '/')) {
    set_field(raw, Field::Countries, country, "title");
  }
}

void read_item(const pugi::xml_node& item, ParsedRecord& out) {
  RawArticle raw;
  set_xml_field(raw, Field::Id, item, {"@itemid"});
  set_xml_field(raw, Field::Headline, item, {"headline", "title"});
  for (const pugi::xml_node& text : xml_nodes(item, "text")) {
    raw.article.body = clean_text(xml_paragraphs(text));
  }
  set_xml_field(raw, Field::Dateline, item, {"dateline"});
  add_xml_field(raw, Field::Authors, item, "byline");
  set_xml_field(raw, Field::Published, item,
                {"@date", "metadata/dc[@element='dc.date.published']/@value"});
  set_xml_field(
      raw, Field::Source, item,
      {"metadata/dc[@element='dc.source']/@value", "metadata/dc[@element='dc.publisher']/@value"});
  set_xml_field(raw, Field::Language, item, {"@xml:lang"});
  read_countries(item, raw);
  raw.article.agency = "Reuters";
  add_xml_field(raw, Field::Keywords, item,
                "metadata/codes[contains(@class, 'topics') or contains(@class, 'industries')]"
                "/code/@code");
  add_article(std::move(raw), "", out);
}

void parse(const Record& record, const ReadOptions&, ParsedRecord& out) {
  read_xml(record, out, read_item);
}

}  // namespace

Format rcv1_format() {
  return {"rcv1", "RCV1, the Reuters collection of 1996 and 1997: <newsitem> elements", detect,
          split_items, parse};
}

}  // namespace news
