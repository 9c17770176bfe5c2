#include "indexer/reader/text_builder.h"

#include <algorithm>
#include <iterator>

#include "common/base/text.h"

namespace news {
namespace {

// Sorted, for a binary search. The names of NITF and TEI that mark words are among the inline ones.
constexpr std::string_view kInline[] = {
    "a",      "abbr",     "acronym",     "b",        "bdi",  "bdo",   "big",  "chron",  "city",
    "cite",   "code",     "copyrite",    "country",  "data", "date",  "del",  "dfn",    "em",
    "event",  "font",     "frac",        "function", "hi",   "i",     "ins",  "kbd",    "label",
    "lang",   "location", "mark",        "money",    "name", "num",   "org",  "person", "q",
    "ref",    "region",   "rs",          "s",        "samp", "small", "span", "state",  "strike",
    "strong", "sub",      "sublocation", "sup",      "time", "tt",    "u",    "var",    "virtloc"};

constexpr std::string_view kBlock[] = {
    "address",    "article", "aside",   "blockquote", "body",  "br",      "caption",
    "center",     "dd",      "details", "div",        "dl",    "dt",      "fieldset",
    "figcaption", "figure",  "footer",  "form",       "h1",    "h2",      "h3",
    "h4",         "h5",      "h6",      "header",     "hr",    "html",    "li",
    "main",       "nav",     "ol",      "p",          "pre",   "section", "summary",
    "table",      "tbody",   "tfoot",   "thead",      "title", "tr",      "ul"};

constexpr std::string_view kSkip[] = {"noscript", "object", "script", "style", "svg", "template"};

template <std::size_t N>
bool has(const std::string_view (&names)[N], std::string_view name) {
  return std::binary_search(std::begin(names), std::end(names), name);
}

}  // namespace

TagKind tag_kind(std::string_view name) {
  if (name.size() > 12) return TagKind::Unknown;
  const std::string lower = ascii_lower(name);
  if (lower == "td" || lower == "th") return TagKind::Cell;
  if (has(kBlock, lower)) return TagKind::Block;
  if (has(kInline, lower)) return TagKind::Inline;
  return has(kSkip, lower) ? TagKind::Skip : TagKind::Unknown;
}

void TextBuilder::add(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool no_break = c == '\xc2' && i + 1 < text.size() && text[i + 1] == '\xa0';
    if (is_ascii_space(c) || no_break) {
      if (pending_ == 0) pending_ = ' ';
      if (no_break) ++i;
      continue;
    }
    if (pending_ != 0 && !text_.empty()) text_ += pending_;
    pending_ = 0;
    text_ += c;
  }
}

}  // namespace news
