#include "indexer/reader/sgml.h"

#include <charconv>

#include "common/base/text.h"
#include "indexer/reader/references.h"

namespace news {
namespace {

constexpr std::size_t kLongestReference = 10;  // "&#1114111;"

struct NamedCharacter {
  std::string_view name;
  char character;
};

constexpr NamedCharacter kNamed[] = {
    {"lt", '<'}, {"gt", '>'}, {"amp", '&'}, {"quot", '"'}, {"apos", '\''}};

/// Appends what the reference `name` (between '&' and ';') stands for. False if it is none.
bool append_reference(std::string& out, std::string_view name) {
  for (const NamedCharacter& named : kNamed) {
    if (named.name != name) continue;
    out += named.character;
    return true;
  }
  if (name.size() < 2 || name[0] != '#') return false;
  const bool hex = name[1] == 'x' || name[1] == 'X';
  const std::string_view digits = name.substr(hex ? 2 : 1);
  std::uint32_t code = 0;
  const auto [end, error] =
      std::from_chars(digits.data(), digits.data() + digits.size(), code, hex ? 16 : 10);
  if (error != std::errc() || end != digits.data() + digits.size()) return false;
  const bool surrogate = code >= 0xd800 && code < 0xe000;
  if (code == 0x7f) {
    out += ' ';
  } else if (code == '\n' || code == '\t' || (code >= 0x20 && code <= 0x10ffff && !surrogate)) {
    append_utf8(out, code);
  }
  return true;
}

bool ends_name(std::string_view text, std::size_t position) {
  return position < text.size() && (text[position] == '>' || is_ascii_space(text[position]));
}

/// Where the next thing that looks like a tag begins; the end of `text` if there is none.
std::size_t next_tag(std::string_view text, std::size_t from) {
  for (std::size_t at = text.find('<', from); at != std::string_view::npos;
       at = text.find('<', at + 1)) {
    if (at + 1 < text.size() && (text[at + 1] == '/' || is_ascii_upper(text[at + 1]))) return at;
  }
  return text.size();
}

}  // namespace

SgmlElement find_element(std::string_view text, std::string_view tag) {
  SgmlElement element;
  const std::string open = std::string("<").append(tag);
  std::size_t at = text.find(open);
  while (at != std::string_view::npos && !ends_name(text, at + open.size())) {
    at = text.find(open, at + 1);
  }
  if (at == std::string_view::npos) return element;
  const std::size_t close = text.find('>', at);
  if (close == std::string_view::npos) return element;
  element.found = true;
  element.begin = at;
  element.attributes = text.substr(at + open.size(), close - at - open.size());
  const std::string end_tag = std::string("</").append(tag).append(">");
  const std::size_t end = text.find(end_tag, close);
  const std::size_t content_end = end == std::string_view::npos ? next_tag(text, close + 1) : end;
  element.content = text.substr(close + 1, content_end - close - 1);
  element.end = end == std::string_view::npos ? content_end : end + end_tag.size();
  return element;
}

std::string_view find_attribute(std::string_view attributes, std::string_view name) {
  const std::string start = std::string(name).append("=\"");
  std::size_t at = attributes.find(start);
  // "ID=" is also the end of "NEWID=".
  while (at != std::string_view::npos && at > 0 && !is_ascii_space(attributes[at - 1])) {
    at = attributes.find(start, at + 1);
  }
  if (at == std::string_view::npos) return {};
  const std::string_view value = attributes.substr(at + start.size());
  return value.substr(0, value.find('"'));
}

std::string decode_references(std::string_view text) {
  return replace_references(text, kLongestReference, append_reference);
}

}  // namespace news
