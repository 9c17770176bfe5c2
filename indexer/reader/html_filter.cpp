#include "indexer/reader/html_filter.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "common/base/text.h"

namespace news {
namespace {

enum class TagKind {
  Normal,
  Unclosed,  ///< has no end tag, or one that its likes imply
  Look,      ///< only changes the look of text: the tag goes, its text stays
  Content,   ///< goes with all that is in it
  Script,
};

struct TagRow {
  std::string_view name;
  TagKind kind;
};

constexpr TagRow kTags[] = {
    {"area", TagKind::Unclosed},   {"audio", TagKind::Content},    {"b", TagKind::Look},
    {"base", TagKind::Unclosed},   {"basefont", TagKind::Look},    {"big", TagKind::Look},
    {"body", TagKind::Unclosed},   {"br", TagKind::Unclosed},      {"canvas", TagKind::Content},
    {"code", TagKind::Look},       {"col", TagKind::Unclosed},     {"colgroup", TagKind::Unclosed},
    {"dd", TagKind::Unclosed},     {"dt", TagKind::Unclosed},      {"em", TagKind::Look},
    {"embed", TagKind::Look},      {"font", TagKind::Look},        {"frame", TagKind::Look},
    {"frameset", TagKind::Look},   {"head", TagKind::Unclosed},    {"hr", TagKind::Unclosed},
    {"html", TagKind::Unclosed},   {"i", TagKind::Look},           {"iframe", TagKind::Content},
    {"image", TagKind::Look},      {"img", TagKind::Look},         {"input", TagKind::Look},
    {"isindex", TagKind::Look},    {"keygen", TagKind::Look},      {"li", TagKind::Unclosed},
    {"link", TagKind::Unclosed},   {"listing", TagKind::Look},     {"map", TagKind::Content},
    {"math", TagKind::Content},    {"meta", TagKind::Unclosed},    {"nobr", TagKind::Look},
    {"noembed", TagKind::Content}, {"noframes", TagKind::Content}, {"noscript", TagKind::Content},
    {"optgroup", TagKind::Look},   {"option", TagKind::Look},      {"p", TagKind::Unclosed},
    {"param", TagKind::Look},      {"picture", TagKind::Look},     {"plaintext", TagKind::Look},
    {"rp", TagKind::Content},      {"rt", TagKind::Content},       {"s", TagKind::Look},
    {"script", TagKind::Script},   {"select", TagKind::Content},   {"small", TagKind::Look},
    {"source", TagKind::Look},     {"strike", TagKind::Look},      {"strong", TagKind::Look},
    {"style", TagKind::Content},   {"svg", TagKind::Content},      {"tbody", TagKind::Unclosed},
    {"td", TagKind::Unclosed},     {"template", TagKind::Content}, {"textarea", TagKind::Content},
    {"tfoot", TagKind::Unclosed},  {"th", TagKind::Unclosed},      {"thead", TagKind::Unclosed},
    {"tr", TagKind::Unclosed},     {"track", TagKind::Look},       {"tt", TagKind::Look},
    {"u", TagKind::Look},          {"video", TagKind::Content},    {"wbr", TagKind::Look},
    {"xmp", TagKind::Look},
};

constexpr bool is_before(const TagRow& a, const TagRow& b) { return a.name < b.name; }
static_assert(std::is_sorted(std::begin(kTags), std::end(kTags), is_before));

TagKind kind_of(std::string_view name) {
  const TagRow* row = std::lower_bound(std::begin(kTags), std::end(kTags),
                                       TagRow{name, TagKind::Normal}, is_before);
  return row != std::end(kTags) && row->name == name ? row->kind : TagKind::Normal;
}

constexpr std::string_view kAttributes[] = {
    "aria-hidden", "class",      "content",  "data-testid", "datetime",  "hidden",
    "href",        "http-equiv", "id",       "itemprop",    "itemscope", "itemtype",
    "lang",        "name",       "property", "rel",         "role",      "type"};

bool is_attribute_kept(std::string_view name) {
  return std::any_of(std::begin(kAttributes), std::end(kAttributes),
                     [name](std::string_view kept) { return equals_ignoring_case(kept, name); });
}

bool is_name_end(char c) { return is_ascii_space(c) || c == '>' || c == '/'; }

class Filter {
 public:
  explicit Filter(std::string_view html) : in_(html) { out_.markup.reserve(html.size() / 4); }

  FilteredHtml run() {
    while (at_ < in_.size() && tags_ < kMostTags && out_.markup.size() < kMostMarkup) {
      const std::size_t open = std::min(in_.find('<', at_), in_.size());
      out_.markup.append(in_.substr(at_, open - at_));
      at_ = open;
      if (at_ < in_.size()) read_mark();
    }
    out_.is_whole = at_ >= in_.size();
    return std::move(out_);
  }

 private:
  char peek(std::size_t ahead) const { return at_ + ahead < in_.size() ? in_[at_ + ahead] : '\0'; }

  void read_mark() {
    if (in_.substr(at_, 4) == "<!--") return skip_comment();
    if (peek(1) == '!' || peek(1) == '?') {
      at_ = std::min(in_.find('>', at_), in_.size() - 1) + 1;
      return;
    }
    const bool is_end = peek(1) == '/';
    if (!is_ascii_alpha(peek(is_end ? 2 : 1))) {
      out_.markup += "&lt;";
      ++at_;
      return;
    }
    read_tag(is_end);
  }

  /// A comment that never ends is passed over by its opening alone.
  void skip_comment() {
    const std::size_t found = open_comment_ ? in_.npos : in_.find("-->", at_ + 2);
    open_comment_ = found == in_.npos;
    at_ = open_comment_ ? at_ + 4 : found + 3;
  }

  /// Reads attributes from `i` to the tag's end, which is where `i` is left; those worth keeping go
  /// to `kept_`.
  void read_attributes(std::size_t& i) {
    kept_.clear();
    is_json_ld_ = false;
    while (i < in_.size() && in_[i] != '>') {
      if (is_ascii_space(in_[i]) || in_[i] == '/') {
        ++i;
        continue;
      }
      const std::size_t begin = i++;
      while (i < in_.size() && !is_name_end(in_[i]) && in_[i] != '=') ++i;
      const std::string_view name = in_.substr(begin, i - begin);
      const std::string_view value = read_value(i);
      if (!is_attribute_kept(name)) continue;
      is_json_ld_ = is_json_ld_ || value.find("ld+json") != value.npos;
      kept_.append(" ").append(name).append("=").append(value.empty() ? "\"\"" : value);
    }
  }

  /// The value after a name with its quotes, if one comes.
  std::string_view read_value(std::size_t& i) const {
    std::size_t at = i;
    while (at < in_.size() && is_ascii_space(in_[at])) ++at;
    if (at >= in_.size() || in_[at] != '=') return {};
    ++at;
    while (at < in_.size() && is_ascii_space(in_[at])) ++at;
    const std::size_t begin = at;
    if (at < in_.size() && (in_[at] == '"' || in_[at] == '\'')) {
      const std::size_t close = in_.find(in_[at], at + 1);
      at = close == in_.npos ? in_.size() : close + 1;
      i = at;
      // A quote that never closes takes the rest of the page; it is nobody's value.
      return close == in_.npos ? std::string_view() : in_.substr(begin, at - begin);
    }
    while (at < in_.size() && !is_ascii_space(in_[at]) && in_[at] != '>') ++at;
    i = at;
    return in_.substr(begin, at - begin);
  }

  void read_tag(bool is_end) {
    std::size_t i = at_ + (is_end ? 2 : 1);
    name_.clear();
    while (i < in_.size() && !is_name_end(in_[i])) name_ += ascii_lower(in_[i++]);
    read_attributes(i);
    const bool closes_itself = i > 0 && i < in_.size() && in_[i - 1] == '/';
    at_ = std::min(i + 1, in_.size());
    const TagKind kind = kind_of(name_);
    if (kind == TagKind::Look) return;
    if (kind == TagKind::Script || kind == TagKind::Content) {
      if (!is_end && !(closes_itself && kind == TagKind::Content)) drop_content(kind);
      return;
    }
    if (kind == TagKind::Normal && !may_nest(is_end)) return;
    ++tags_;
    out_.markup += is_end ? "</" : "<";
    out_.markup += name_;
    if (!is_end) out_.markup += kept_;
    out_.markup += '>';
  }

  bool may_nest(bool is_end) {
    if (!is_end) return ++depth_ <= kMostNesting;
    const bool is_kept = depth_ <= kMostNesting;
    depth_ = std::max(0, depth_ - 1);
    return is_kept;
  }

  void drop_content(TagKind kind) {
    const auto known = std::find(unclosed_.begin(), unclosed_.end(), name_);
    if (known != unclosed_.end()) return;
    const std::size_t end = find_end();
    if (end == in_.npos) {
      unclosed_.push_back(name_);
      return;
    }
    if (kind == TagKind::Script && is_json_ld_ && out_.json_ld.size() < kMostScripts) {
      out_.json_ld.emplace_back(in_.substr(at_, end - at_));
    }
    at_ = std::min(in_.find('>', end), in_.size() - 1) + 1;
    // A blank in place of what stood between two words.
    if (kind != TagKind::Script) out_.markup += ' ';
  }

  /// Where the end tag of `name_` begins.
  std::size_t find_end() const {
    for (std::size_t i = in_.find("</", at_); i != in_.npos; i = in_.find("</", i + 2)) {
      const std::string_view name = in_.substr(i + 2, name_.size());
      if (name.size() == name_.size() && equals_ignoring_case(name, name_)) return i;
    }
    return in_.npos;
  }

  std::string_view in_;
  std::size_t at_ = 0;
  std::size_t tags_ = 0;
  int depth_ = 0;
  bool open_comment_ = false;  ///< no further comment is closed
  bool is_json_ld_ = false;
  std::string name_;
  std::string kept_;
  std::vector<std::string> unclosed_;
  FilteredHtml out_;
};

}  // namespace

FilteredHtml filter_html(std::string_view html) { return Filter(html).run(); }

}  // namespace news
