#include <simdjson.h>

#include "common/base/text.h"
#include "indexer/reader/html_text.h"
#include "indexer/reader/json_shapes.h"
#include "indexer/reader/json_values.h"

namespace news {
namespace {

using simdjson::dom::element;

std::string text_at(const element& object, std::string_view key) {
  element value;
  if (!object.is_object() || object.at_key(key).get(value) != simdjson::SUCCESS) return {};
  std::string text = json_text(value);
  return is_absent(text) ? std::string() : text;
}

/// The same key as ninjs 2 spells it, "contenttype", or as ninjs 3 does, "contentType".
std::string content_type(const element& item) {
  const std::string type = text_at(item, "contentType");
  return type.empty() ? text_at(item, "contenttype") : type;
}

bool list_at(const element& object, std::string_view key, simdjson::dom::array& list) {
  element value;
  return object.at_key(key).get(value) == simdjson::SUCCESS &&
         value.get_array().get(list) == simdjson::SUCCESS;
}

/// The "value" of the first item whose role is one of `roles`, else of the first with none.
std::string value_by_role(const simdjson::dom::array& list, std::string_view roles) {
  std::string other;
  for (const element item : list) {
    const std::string role = text_at(item, "role");
    const std::string value = text_at(item, "value");
    if (role.empty() && other.empty()) other = value;
    for (const std::string_view known : split(roles, ' ')) {
      if (role == known && !value.empty()) return value;
    }
  }
  return other;
}

/// A body stands there several times over, in plain text, HTML or NITF: one of them is enough.
std::string body_of(const simdjson::dom::array& bodies) {
  std::string html;
  for (const element item : bodies) {
    const std::string type = content_type(item);
    const std::string value = text_at(item, "value");
    if (type.find("html") != type.npos || type.find("NITF") != type.npos) {
      if (html.empty() || type.find("html") != type.npos) html = html_to_text(value);
    } else if (!value.empty()) {
      return text_of_html(value);
    }
  }
  return html;
}

/// Text in HTML has its paragraphs marked; plain text is taken where there is no HTML.
void read_flat_body(const element& object, RawArticle& raw) {
  for (const std::string_view key : {"body_html", "body_xhtml"}) {
    if (!raw.article.body.empty() || !text_at(object, "body_text").empty()) return;
    raw.article.body = html_to_text(text_at(object, key));
  }
}

void add_content(const element& item, RawArticle& raw) {
  const std::string type = text_at(item, "type");
  const std::string content = text_at(item, "content");
  if (type == "kicker") {
    set_field(raw, Field::Section, content, "contents");
  } else if (type == "dateline") {
    set_field(raw, Field::Dateline, text_of_html(content), "contents");
  } else if (type == "image" || type == "video" || type == "gallery") {
    set_field(raw, Field::Captions, text_of_html(text_at(item, "fullcaption")), "contents");
  } else if (type == "sanitized_html") {
    if (!raw.article.body.empty()) raw.article.body += '\n';
    raw.article.body += html_to_text(content);
  }
}

}  // namespace

void read_ninjs(const element& object, RawArticle& raw) {
  simdjson::dom::array list;
  if (list_at(object, "headlines", list)) {
    set_field(raw, Field::Headline, value_by_role(list, "main headline"), "headlines");
  }
  if (list_at(object, "descriptions", list)) {
    set_field(raw, Field::Summary,
              text_of_html(value_by_role(list, "main summary abstract lead text")), "descriptions");
  }
  if (list_at(object, "bodies", list)) set_field(raw, Field::Body, body_of(list), "bodies");
  read_flat_body(object, raw);
}

std::string refuse_ninjs(const element& object, const RawArticle& raw) {
  std::string status = text_at(object, "pubstatus");
  if (status.empty()) status = text_at(object, "pubStatus");
  if (is_withdrawn(status)) return "withdrawn by its provider: " + status;
  const std::string type = text_at(object, "type");
  for (const std::string_view other :
       {"picture", "graphic", "video", "audio", "event", "planning", "component", "package"}) {
    if (type == other) return "no text item but " + type;
  }
  element event;
  const bool is_event = object.at_key("eventDetails").get(event) == simdjson::SUCCESS;
  if (is_event && raw.article.body.empty()) return "no text item but event";
  if (type == "composite" && raw.article.body.empty()) return "no text item but composite";
  return {};
}

void read_wapo(const element& object, RawArticle& raw) {
  raw.article.source = "The Washington Post";
  simdjson::dom::array contents;
  if (!list_at(object, "contents", contents)) return;
  for (const element item : contents) {
    if (item.is_object()) add_content(item, raw);
  }
}

}  // namespace news
