#include "indexer/reader/html_tree.h"

#include <gumbo.h>

#include <algorithm>
#include <memory_resource>

#include "common/base/text.h"

namespace news {
namespace {

using Kind = HtmlTree::Kind;
using Tag = LineHint::Tag;

constexpr std::size_t kFirstBlock = 256u << 10;
constexpr std::size_t kLongestText = 4096;

Kind kind_of(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_BR:
    case GUMBO_TAG_HR:
      return Kind::Break;
    case GUMBO_TAG_BUTTON:
    case GUMBO_TAG_OBJECT:
    case GUMBO_TAG_TITLE:
      return Kind::Skipped;
    case GUMBO_TAG_A:
    case GUMBO_TAG_SPAN:
    case GUMBO_TAG_ABBR:
    case GUMBO_TAG_CITE:
    case GUMBO_TAG_DFN:
    case GUMBO_TAG_KBD:
    case GUMBO_TAG_MARK:
    case GUMBO_TAG_Q:
    case GUMBO_TAG_SAMP:
    case GUMBO_TAG_SUB:
    case GUMBO_TAG_SUP:
    case GUMBO_TAG_TIME:
    case GUMBO_TAG_VAR:
    case GUMBO_TAG_BDI:
    case GUMBO_TAG_BDO:
    case GUMBO_TAG_INS:
    case GUMBO_TAG_DEL:
    case GUMBO_TAG_DATA:
    case GUMBO_TAG_LABEL:
    case GUMBO_TAG_RUBY:
    case GUMBO_TAG_ACRONYM:
    case GUMBO_TAG_UNKNOWN:
      return Kind::Inline;
    default:
      return Kind::Block;
  }
}

Tag tag_of(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_P:
      return Tag::Paragraph;
    case GUMBO_TAG_H1:
      return Tag::Title;
    case GUMBO_TAG_H2:
    case GUMBO_TAG_H3:
    case GUMBO_TAG_H4:
    case GUMBO_TAG_H5:
    case GUMBO_TAG_H6:
      return Tag::Heading;
    case GUMBO_TAG_LI:
    case GUMBO_TAG_DT:
    case GUMBO_TAG_DD:
      return Tag::Item;
    case GUMBO_TAG_TD:
    case GUMBO_TAG_TH:
      return Tag::Cell;
    case GUMBO_TAG_BLOCKQUOTE:
      return Tag::Quote;
    default:
      return Tag::Text;
  }
}

}  // namespace

/// The parser's memory: taken piece by piece, given back all at once. So no tree is ever walked in
/// order to free it.
struct HtmlTree::Memory {
  std::pmr::monotonic_buffer_resource blocks{kFirstBlock};

  static void* take(void* self, std::size_t size) {
    return static_cast<Memory*>(self)->blocks.allocate(std::max<std::size_t>(size, 1));
  }
  static void give(void*, void*) {}
};

HtmlTree::HtmlTree(std::string_view markup) : memory_(std::make_unique<Memory>()) {
  GumboOptions options = kGumboDefaultOptions;
  options.allocator = &Memory::take;
  options.deallocator = &Memory::give;
  options.userdata = memory_.get();
  options.max_errors = 0;
  const GumboOutput* output = gumbo_parse_with_options(&options, markup.data(), markup.size());
  list_nodes(output->root);
  measure();
}

HtmlTree::~HtmlTree() = default;

void HtmlTree::list_nodes(const void* root) {
  struct Open {
    const GumboNode* node;
    std::size_t index;
    unsigned next;
  };
  std::vector<Open> stack;
  const auto enter = [&](const GumboNode* node) {
    Node entry;
    entry.element = node;
    entry.end = nodes_.size() + 1;
    if (node->type == GUMBO_NODE_ELEMENT) {
      const GumboElement& element = node->v.element;
      entry.name = gumbo_normalized_tagname(element.tag);
      entry.kind = kind_of(element.tag);
      entry.tag = tag_of(element.tag);
      stack.push_back({node, nodes_.size(), 0});
    } else if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE ||
               node->type == GUMBO_NODE_CDATA) {
      entry.kind = Kind::Text;
      entry.text = node->v.text.text;
    } else {
      return;
    }
    nodes_.push_back(entry);
  };
  enter(static_cast<const GumboNode*>(root));
  while (!stack.empty()) {
    Open& open = stack.back();
    const GumboVector& children = open.node->v.element.children;
    if (open.next < children.length) {
      enter(static_cast<const GumboNode*>(children.data[open.next++]));
    } else {
      nodes_[open.index].end = nodes_.size();
      stack.pop_back();
    }
  }
}

/// Counts the text of paragraphs inside every element.
void HtmlTree::measure() {
  std::vector<std::size_t> open;
  std::size_t in_paragraph = 0;
  std::size_t total = 0;
  std::vector<std::size_t> before(nodes_.size() + 1, 0);
  for (std::size_t i = 0; i < nodes_.size(); ++i) {
    before[i] = total;
    if (nodes_[i].tag == Tag::Paragraph) in_paragraph = std::max(in_paragraph, nodes_[i].end);
    if (nodes_[i].kind == Kind::Text && i < in_paragraph) total += nodes_[i].text.size();
  }
  before[nodes_.size()] = total;
  for (std::size_t i = 0; i < nodes_.size(); ++i) {
    nodes_[i].letters = before[nodes_[i].end] - before[i];
  }
}

std::string_view HtmlTree::attribute(const Node& node, const char* name) const {
  if (node.kind == Kind::Text) return {};
  const auto* element = static_cast<const GumboNode*>(node.element);
  const GumboAttribute* found = gumbo_get_attribute(&element->v.element.attributes, name);
  return found == nullptr ? std::string_view() : std::string_view(found->value);
}

bool HtmlTree::has_attribute(const Node& node, const char* name) const {
  if (node.kind == Kind::Text) return false;
  const auto* element = static_cast<const GumboNode*>(node.element);
  return gumbo_get_attribute(&element->v.element.attributes, name) != nullptr;
}

std::string HtmlTree::text_of(std::size_t index) const {
  std::string text;
  for (std::size_t i = index; i < nodes_[index].end && text.size() < kLongestText; ++i) {
    if (nodes_[i].kind == Kind::Block || nodes_[i].kind == Kind::Break) text += ' ';
    text += nodes_[i].text;
  }
  return collapse_spaces(text);
}

}  // namespace news
