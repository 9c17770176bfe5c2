#include "indexer/reader/xml_reading.h"

#include <pugixml.hpp>

#include "common/base/text.h"
#include "indexer/reader/text_builder.h"
#include "indexer/reader/xml_document.h"

namespace news {

void read_xml(const Record& record, ParsedRecord& out, XmlRead read) {
  XmlDocument document;
  const std::string why = document.parse(record.bytes);
  if (!why.empty()) return reject_part("", why, out);
  read(document.root(), out);
}

void add_article(RawArticle raw, std::string part, ParsedRecord& out) {
  if (raw.article.headline.empty() && raw.article.body.empty() && raw.page_text.empty()) {
    return reject_part(std::move(part), "no headline and no text", out);
  }
  raw.article.record = std::move(part);
  out.articles.push_back(std::move(raw));
}

void reject_part(std::string part, std::string why, ParsedRecord& out) {
  out.rejections.push_back({"", std::move(part), std::move(why)});
}

std::string part_name(std::size_t number, std::size_t count) {
  return count > 1 ? "item " + std::to_string(number) : std::string();
}

bool is_unknown_markup(std::string_view bytes, std::string* why) {
  const XmlStart start = xml_start(bytes);
  if (start.name.empty()) return false;
  const bool html =
      tag_kind(start.name) != TagKind::Unknown || equals_ignoring_case(start.name, "head") ||
      equals_ignoring_case(start.name, "meta") || equals_ignoring_case(start.name, "link");
  if (html) return false;
  // "<sigh> What a day" is text: XML says that it is, or closes its element.
  const std::string close = std::string("</").append(start.name);
  const bool closes = bytes.find(close) != std::string_view::npos || start.tag.ends_with('/');
  const bool bound = start.tag.find("xmlns") != std::string_view::npos;
  if (!start.declared && !closes && !bound) return false;
  if (why != nullptr) {
    *why = "XML of a kind that isn't read: its root is <" +
           to_valid_utf8(start.name.substr(0, 60)) + ">";
  }
  return true;
}

}  // namespace news
