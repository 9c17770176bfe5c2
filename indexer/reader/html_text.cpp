#include "indexer/reader/html_text.h"

#include <algorithm>
#include <charconv>
#include <iterator>

#include "common/base/text.h"
#include "indexer/reader/references.h"
#include "indexer/reader/text_builder.h"

namespace news {
namespace {

constexpr std::size_t kLongestReference = 12;  // "&thetasym;", "&#1114111;"

struct NamedReference {
  std::string_view name;
  char32_t code_point;
};

constexpr NamedReference kNamed[] = {
#include "indexer/reader/html_references.inc"
};

// What browsers make of &#128; to &#159;: Windows-1252.
constexpr char32_t kWindows1252[32] = {
    0x20ac, 0xfffd, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160,
    0x2039, 0x0152, 0xfffd, 0x017d, 0xfffd, 0xfffd, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
    0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0xfffd, 0x017e, 0x0178};

/// The code point of `name` (between '&' and ';'), 0 if there is none.
char32_t code_of(std::string_view name) {
  if (name.size() < 2) return 0;
  if (name[0] != '#') {
    const auto* found = std::lower_bound(
        std::begin(kNamed), std::end(kNamed), name,
        [](const NamedReference& row, std::string_view key) { return row.name < key; });
    return found != std::end(kNamed) && found->name == name ? found->code_point : 0;
  }
  const bool hex = name[1] == 'x' || name[1] == 'X';
  const std::string_view digits = name.substr(hex ? 2 : 1);
  std::uint32_t code = 0;
  const auto [end, error] =
      std::from_chars(digits.data(), digits.data() + digits.size(), code, hex ? 16 : 10);
  if (error != std::errc() || end != digits.data() + digits.size()) return 0;
  if (code >= 0x80 && code < 0xa0) return kWindows1252[code - 0x80];
  const bool surrogate = code >= 0xd800 && code < 0xe000;
  return code > 0x10ffff || surrogate ? 0xfffd : code;
}

/// The name in a tag that begins at `at`, "" when none begins there.
std::string_view tag_name(std::string_view html, std::size_t at) {
  std::size_t begin = at + 1;
  if (begin < html.size() && html[begin] == '/') ++begin;
  std::size_t end = begin;
  while (end < html.size() && (is_ascii_alnum(html[end]) || html[end] == ':')) ++end;
  if (begin == end || !is_ascii_alpha(html[begin])) return {};
  return html.substr(begin, end - begin);
}

/// Just after the tag that begins at `at`: its '>' outside quotes, or the first one at all.
std::size_t end_of_tag(std::string_view html, std::size_t at) {
  char quote = 0;
  // A quote that is never closed must not swallow the text.
  const std::size_t limit = std::min(html.size(), at + (16u << 10));
  for (std::size_t i = at; i < limit; ++i) {
    const char c = html[i];
    if (quote != 0) {
      if (c == quote) quote = 0;
    } else if ((c == '"' || c == '\'') && html[i - 1] == '=') {
      quote = c;
    } else if (c == '>') {
      return i + 1;
    }
  }
  const std::size_t end = html.find('>', at);
  return end == std::string_view::npos ? html.size() : end + 1;
}

/// Just after "</name" and its '>', searched from `from`; the end when it never comes.
std::size_t end_of_skipped(std::string_view html, std::size_t from, std::string_view name) {
  for (std::size_t at = html.find("</", from); at != std::string_view::npos;
       at = html.find("</", at + 2)) {
    if (equals_ignoring_case(tag_name(html, at), name)) return end_of_tag(html, at + 1);
  }
  return html.size();
}

/// True when mark-up begins at `at`, where a '<' stands; any other '<' is text.
bool begins_markup(std::string_view html, std::size_t at) {
  const char next = at + 1 < html.size() ? html[at + 1] : '\0';
  return next == '!' || next == '?' || !tag_name(html, at).empty();
}

/// Reads the mark-up that begins at `at` and returns where it ends.
std::size_t read_markup(std::string_view html, std::size_t at, TextBuilder& text) {
  if (html.substr(at, 4) == "<!--") {
    const std::size_t end = html.find("-->", at + 4);
    return end == std::string_view::npos ? html.size() : end + 3;
  }
  const std::string_view name = tag_name(html, at);
  const std::size_t end = end_of_tag(html, at + 1);
  if (name.empty()) return end;
  switch (tag_kind(name)) {
    case TagKind::Block:
      text.end_block();
      break;
    case TagKind::Cell:
      text.end_cell();
      break;
    case TagKind::Skip:
      if (html[at + 1] != '/' && html[end - 2] != '/') return end_of_skipped(html, end, name);
      break;
    default:
      break;
  }
  return end;
}

}  // namespace

std::string html_to_text(std::string_view html) {
  TextBuilder text;
  std::size_t at = 0;
  for (std::size_t open = html.find('<'); open != std::string_view::npos;) {
    if (begins_markup(html, open)) {
      text.add(decode_html_references(html.substr(at, open - at)));
      at = read_markup(html, open, text);
      open = html.find('<', at);
    } else {
      open = html.find('<', open + 1);
    }
  }
  text.add(decode_html_references(html.substr(std::min(at, html.size()))));
  return text.take();
}

bool looks_like_html(std::string_view text) {
  for (std::size_t at = text.find('<'); at != std::string_view::npos; at = text.find('<', at + 1)) {
    const std::string_view name = tag_name(text, at);
    if (!name.empty() && tag_kind(name) != TagKind::Unknown &&
        text.find('>', at) != std::string_view::npos) {
      return true;
    }
  }
  return false;
}

std::string text_of_html(std::string text) {
  return looks_like_html(text) ? html_to_text(text) : std::move(text);
}

std::string decode_html_references(std::string_view text) {
  return replace_references(text, kLongestReference, [](std::string& out, std::string_view name) {
    const char32_t code = code_of(name);
    if (code != 0) append_utf8(out, code);
    return code != 0;
  });
}

}  // namespace news
