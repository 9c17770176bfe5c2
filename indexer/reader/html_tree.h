#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/reader/html_page.h"

namespace news {

/// A parsed page as a list: elements and texts in the order of the page. Every child lies between
/// its parent and the parent's `end`, so that nobody has to recurse.
class HtmlTree {
 public:
  enum class Kind : unsigned char { Text, Inline, Block, Break, Skipped };

  struct Node {
    Kind kind = Kind::Inline;
    LineHint::Tag tag = LineHint::Tag::Text;
    std::size_t end = 0;      ///< index after the last node inside
    std::string_view name;    ///< of the element in lower case; "" for a text
    std::string_view text;    ///< of a text
    std::size_t letters = 0;  ///< bytes of text in paragraphs inside
    const void* element = nullptr;
  };

  /// Parses filtered mark-up (html_filter.h), which it borrows.
  explicit HtmlTree(std::string_view markup);
  HtmlTree(const HtmlTree&) = delete;
  HtmlTree& operator=(const HtmlTree&) = delete;
  ~HtmlTree();

  const std::vector<Node>& nodes() const { return nodes_; }
  /// The value of an attribute; "" if it has none. Views live as long as the tree.
  std::string_view attribute(const Node& node, const char* name) const;
  bool has_attribute(const Node& node, const char* name) const;
  /// The text inside with single blanks, cut off after some 4 KiB.
  std::string text_of(std::size_t index) const;

 private:
  void list_nodes(const void* root);
  void measure();

  struct Memory;
  std::unique_ptr<Memory> memory_;
  std::vector<Node> nodes_;
};

}  // namespace news
