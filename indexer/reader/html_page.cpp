#include "indexer/reader/html_page.h"

#include <algorithm>

#include "common/base/text.h"
#include "indexer/reader/html_cues.h"
#include "indexer/reader/html_filter.h"
#include "indexer/reader/html_tree.h"

namespace news {
namespace {

using Kind = HtmlTree::Kind;
using Node = HtmlTree::Node;
using Region = LineHint::Region;
using Tag = LineHint::Tag;

constexpr std::size_t kFewestLetters = 500;  // of paragraphs

/// Collects text between the ends of blocks.
class LineMaker {
 public:
  explicit LineMaker(std::vector<HtmlPage::Line>& lines) : lines_(lines) {}

  void add(std::string_view text, bool in_link, const LineHint& hint) {
    if (is_empty_ && trim(text).empty()) return;
    if (is_empty_) hint_ = hint;
    is_empty_ = false;
    text_ += text;
    letters_ += trim(text).size();
    if (in_link) link_letters_ += trim(text).size();
  }

  void end_line() {
    if (is_empty_) return;
    hint_.link_percent =
        static_cast<std::uint8_t>(letters_ == 0 ? 0 : link_letters_ * 100 / letters_);
    lines_.push_back({collapse_spaces(text_), hint_});
    if (lines_.back().text.empty()) lines_.pop_back();
    text_.clear();
    letters_ = 0;
    link_letters_ = 0;
    is_empty_ = true;
  }

 private:
  std::vector<HtmlPage::Line>& lines_;
  std::string text_;
  LineHint hint_;
  std::size_t letters_ = 0;
  std::size_t link_letters_ = 0;
  bool is_empty_ = true;
};

/// Walks over a tree once, keeping what the open elements mean for the text inside.
class PageWalker {
 public:
  PageWalker(const HtmlTree& tree, HtmlPage& page)
      : tree_(tree), nodes_(tree.nodes()), page_(page), maker_(page.lines) {}

  void run() {
    open_.push_back({nodes_.size(), {}, false, false});
    for (std::size_t i = 0; i < nodes_.size();) {
      close_until(i);
      i = enter(i);
    }
    close_until(nodes_.size());
    maker_.end_line();
  }

 private:
  struct Open {
    std::size_t end;
    LineHint hint;
    bool in_link;
    bool is_block;
  };

  void close_until(std::size_t i) {
    while (open_.size() > 1 && open_.back().end <= i) {
      if (open_.back().is_block) maker_.end_line();
      open_.pop_back();
    }
  }

  /// Returns the index to go on with.
  std::size_t enter(std::size_t i) {
    const Node& node = nodes_[i];
    if (node.kind == Kind::Text) {
      maker_.add(node.text, open_.back().in_link, open_.back().hint);
      return i + 1;
    }
    if (node.kind == Kind::Break) maker_.end_line();
    read_element(i);
    if (node.kind == Kind::Skipped || node.name == "head") {
      if (node.name == "head") read_head(i);
      return node.end;
    }
    if (node.kind == Kind::Block) maker_.end_line();
    open_.push_back(open_inside(i));
    return i + 1;
  }

  Open open_inside(std::size_t i) {
    const Node& node = nodes_[i];
    Open open = open_.back();
    open.end = node.end;
    open.is_block = node.kind == Kind::Block;
    open.in_link = open.in_link || node.name == "a";
    if (open.is_block) {
      // A paragraph's block is what holds it together with its neighbours.
      const bool is_leaf = node.tag == Tag::Paragraph || node.tag == Tag::Title ||
                           node.tag == Tag::Heading || node.tag == Tag::Item;
      if (!is_leaf) open.hint.block = static_cast<std::uint32_t>(i + 1);
      const bool keeps_item = open.hint.tag == Tag::Item || open.hint.tag == Tag::Cell;
      if (node.tag != Tag::Text && !(keeps_item && node.tag == Tag::Paragraph)) {
        open.hint.tag = node.tag;
      }
    }
    std::string names(tree_.attribute(node, "class"));
    for (const char* name : {"id", "itemprop", "data-testid", "role"}) {
      if (const std::string_view more = tree_.attribute(node, name); !more.empty()) {
        names.append(" ").append(more);
      }
    }
    if (!open.hint.is_apart()) open.hint.region = std::max(open.hint.region, region_of(i, names));
    open.hint.in_story = open.hint.in_story || (open.is_block && is_story_name(names));
    return open;
  }

  /// Names of what holds much of the text speak of the page ("page-with-sidebar"), or of a wall
  /// around the story.
  bool holds_too_much(const Node& node, Region region) const {
    const std::size_t total = nodes_[0].letters;
    if (node.letters < kFewestLetters) return false;
    if (region == Region::Comments) return node.letters * 2 > total;
    const bool may_be_long = region == Region::OtherStories || region == Region::Footer;
    return node.letters * (may_be_long ? 3 : 8) > total;
  }

  Region region_of(std::size_t i, std::string_view names) const {
    const Node& node = nodes_[i];
    Region region = region_of_names(names);
    if (node.name == "nav") region = std::max(region, Region::Navigation);
    if (node.name == "aside") region = std::max(region, Region::OtherStories);
    if (node.name == "footer") region = std::max(region, Region::Footer);
    if (node.name == "figcaption") region = std::max(region, Region::Caption);
    if (tree_.attribute(node, "rel") == "author") region = std::max(region, Region::Byline);
    if (tree_.has_attribute(node, "hidden")) region = std::max(region, Region::Navigation);
    if (node.name != "figcaption" && holds_too_much(node, region)) return Region::None;
    if (node.name == "body" || node.name == "html" || node.name == "main") return Region::None;
    return region;
  }

  void read_element(std::size_t i) {
    const Node& node = nodes_[i];
    if (node.name == "html") page_.language = tree_.attribute(node, "lang");
    if (node.name == "meta") read_meta(node);
    if (node.name == "link") read_link(node);
    if (node.name == "h1" && !open_.back().hint.is_apart()) {
      page_.titles.push_back(tree_.text_of(i));
    }
    if (node.name == "time") read_time(node);
    if (node.name == "a" && tree_.attribute(node, "rel") == "author") {
      page_.authors.push_back(tree_.text_of(i));
    }
    if (tree_.has_attribute(node, "itemprop")) read_item(i);
  }

  void read_head(std::size_t head) {
    for (std::size_t i = head + 1; i < nodes_[head].end; ++i) {
      if (nodes_[i].name == "title" && page_.title.empty()) page_.title = tree_.text_of(i);
      if (nodes_[i].kind != Kind::Text) read_element(i);
    }
  }

  void read_meta(const Node& node) {
    for (const char* key : {"property", "name", "itemprop", "http-equiv"}) {
      const std::string_view name = tree_.attribute(node, key);
      const std::string_view value = trim(tree_.attribute(node, "content"));
      if (name.empty() || value.empty()) continue;
      page_.metas.push_back({ascii_lower(trim(name)), std::string(value)});
      return;
    }
  }

  void read_link(const Node& node) {
    if (tree_.attribute(node, "rel") == "canonical" && page_.canonical.empty()) {
      page_.canonical = trim(tree_.attribute(node, "href"));
    }
  }

  void read_time(const Node& node) {
    const std::string_view value = trim(tree_.attribute(node, "datetime"));
    if (value.size() < 8 || !page_.time.empty() || open_.back().hint.is_apart()) return;
    page_.time = value;
  }

  void read_item(std::size_t i) {
    const Node& node = nodes_[i];
    std::string value;
    for (const char* key : {"content", "datetime"}) {
      if (value.empty()) value = trim(tree_.attribute(node, key));
    }
    const std::string name = ascii_lower(tree_.attribute(node, "itemprop"));
    if (name == "articlebody") return;
    if (value.empty()) value = tree_.text_of(i);
    if (value.empty() && name == "url") value = tree_.attribute(node, "href");
    if (!value.empty() && value.size() < 4096) page_.items.push_back({name, value});
  }

  const HtmlTree& tree_;
  const std::vector<Node>& nodes_;
  HtmlPage& page_;
  LineMaker maker_;
  std::vector<Open> open_;
};

}  // namespace

HtmlPage read_html(std::string_view html) {
  HtmlPage page;
  FilteredHtml filtered = filter_html(html);
  page.json_ld = std::move(filtered.json_ld);
  page.is_whole = filtered.is_whole;
  const HtmlTree tree(filtered.markup);
  PageWalker(tree, page).run();
  return page;
}

}  // namespace news
