#include "indexer/reader/xml_values.h"

#include <algorithm>
#include <pugixml.hpp>
#include <unordered_map>

#include "common/base/text.h"
#include "indexer/reader/html_text.h"
#include "indexer/reader/text_builder.h"
#include "indexer/reader/text_repair.h"

namespace news {
namespace {

const pugi::xpath_query& compiled(const char* path) {
  thread_local std::unordered_map<std::string_view, pugi::xpath_query> queries;
  const auto found = queries.find(path);
  if (found != queries.end()) return found->second;
  return queries.emplace(path, pugi::xpath_query(path)).first->second;
}

/// All text below an element, references of HTML decoded that XML doesn't know.
std::string all_text(const pugi::xml_node& node) {
  if (!node.first_child()) return {};
  std::string text;
  struct Collect : pugi::xml_tree_walker {
    explicit Collect(std::string& out) : text(out) {}
    bool for_each(pugi::xml_node& inner) override {
      if (inner.type() == pugi::node_pcdata || inner.type() == pugi::node_cdata)
        text += inner.value();
      if (inner.type() == pugi::node_element && tag_kind(inner.name()) != TagKind::Inline)
        text += ' ';
      return true;
    }
    std::string& text;
  } collect(text);
  pugi::xml_node from = node;
  from.traverse(collect);
  return text;
}

std::string value_of(const pugi::xpath_node& found) {
  std::string text = found.attribute() ? found.attribute().value() : all_text(found.node());
  if (text.find('&') != std::string::npos) text = decode_html_references(text);
  return collapse_spaces(text_of_html(std::move(text)));
}

bool has_element(const pugi::xml_node& node) {
  return std::any_of(node.begin(), node.end(), [](const pugi::xml_node& child) {
    return child.type() == pugi::node_element;
  });
}

bool is_named(std::string_view name, std::string_view list) {
  const auto names = split(list, ' ');
  return !name.empty() && std::find(names.begin(), names.end(), name) != names.end();
}

/// Depth is bounded by kMaxXmlDepth.
void add_text(const pugi::xml_node& node, std::string_view skip, TextBuilder& text) {
  for (const pugi::xml_node child : node.children()) {
    if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata) {
      const std::string words = decode_html_references(child.value());
      text.add(looks_like_html(words) ? html_to_text(words) : words);
      continue;
    }
    if (child.type() != pugi::node_element || is_named(child.name(), skip)) continue;
    const TagKind kind = tag_kind(child.name());
    if (kind == TagKind::Skip) continue;
    const bool block = kind == TagKind::Block || kind == TagKind::Unknown;
    if (block) text.end_block();
    if (kind == TagKind::Cell) text.end_cell();
    add_text(child, skip, text);
    if (block) text.end_block();
    if (kind == TagKind::Cell) text.end_cell();
  }
}

}  // namespace

std::string xml_value(const pugi::xml_node& from, const char* path) {
  for (const pugi::xpath_node& found : compiled(path).evaluate_node_set(from)) {
    std::string text = value_of(found);
    if (!text.empty()) return text;
  }
  return {};
}

std::vector<std::string> xml_values(const pugi::xml_node& from, const char* path) {
  std::vector<std::string> values;
  for (const pugi::xpath_node& found : compiled(path).evaluate_node_set(from)) {
    std::string text = value_of(found);
    if (text.empty() || std::find(values.begin(), values.end(), text) != values.end()) continue;
    values.push_back(std::move(text));
  }
  return values;
}

std::vector<pugi::xml_node> xml_nodes(const pugi::xml_node& from, const char* path) {
  std::vector<pugi::xml_node> nodes;
  for (const pugi::xpath_node& found : compiled(path).evaluate_node_set(from)) {
    if (found.node()) nodes.push_back(found.node());
  }
  return nodes;
}

std::string xml_paragraphs(const pugi::xml_node& element, std::string_view skip) {
  if (!has_element(element)) {
    std::string text = all_text(element);
    if (looks_like_html(text)) return html_to_text(text);
    return clean_text(trim(decode_html_references(text)));
  }
  TextBuilder text;
  add_text(element, skip, text);
  return text.take();
}

bool set_xml_field(RawArticle& raw, Field field, const pugi::xml_node& from,
                   const std::vector<const char*>& paths) {
  for (const char* path : paths) {
    const std::string value = xml_value(from, path);
    if (!value.empty() && set_field(raw, field, value, path)) return true;
  }
  return false;
}

void add_xml_field(RawArticle& raw, Field field, const pugi::xml_node& from, const char* path) {
  for (const std::string& value : xml_values(from, path)) set_field(raw, field, value, path);
}

}  // namespace news
