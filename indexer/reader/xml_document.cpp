#include "indexer/reader/xml_document.h"

#include <algorithm>
#include <pugixml.hpp>
#include <vector>

#include "common/base/text.h"
#include "indexer/reader/detect.h"

namespace news {
namespace {

// Names are compared without the prefix where it is bound to one of these.
constexpr std::string_view kNewsVocabularies[] = {
    "http://iptc.org/std/", "http://www.w3.org/1999/xhtml", "http://purl.org/rss/1.0/",
    "http://www.w3.org/2005/Atom", "http://www.tei-c.org/ns/1.0"};

/// Where ISO-8859-15 differs from Windows-1252, to which ill-formed bytes are mended.
struct Latin9Letter {
  char byte;
  char32_t letter;
};
constexpr Latin9Letter kLatin9[] = {{'\xa4', 0x20ac}, {'\xa6', 0x160}, {'\xa8', 0x161},
                                    {'\xb4', 0x17d},  {'\xb8', 0x17e}, {'\xbc', 0x152},
                                    {'\xbd', 0x153},  {'\xbe', 0x178}};

std::string declared_encoding(std::string_view bytes) {
  if (bytes.substr(0, 5) != "<?xml") return {};
  const std::string_view declaration = bytes.substr(0, bytes.find("?>"));
  const std::size_t at = declaration.find("encoding");
  if (at == std::string_view::npos) return {};
  const std::size_t open = declaration.find_first_of("\"'", at);
  if (open == std::string_view::npos) return {};
  const std::string_view value = declaration.substr(open + 1);
  return ascii_lower(value.substr(0, value.find(declaration[open])));
}

std::string from_single_bytes(std::string_view bytes, bool latin9) {
  std::string out;
  out.reserve(bytes.size() + bytes.size() / 8);
  for (const char c : bytes) {
    const auto* special = std::find_if(std::begin(kLatin9), std::end(kLatin9),
                                       [&](const Latin9Letter& row) { return row.byte == c; });
    if (latin9 && special != std::end(kLatin9)) {
      append_utf8(out, special->letter);
    } else if (static_cast<unsigned char>(c) < 0x80) {
      out += c;
    } else {
      out += to_valid_utf8({&c, 1});
    }
  }
  return out;
}

/// Mends `utf8` to valid UTF-8; false for an encoding that isn't read.
bool to_utf8(std::string_view bytes, std::string& utf8) {
  if (is_valid_utf8(bytes)) {
    utf8 = bytes;
    return true;
  }
  const std::string encoding = declared_encoding(bytes);
  const bool latin9 = encoding == "iso-8859-15";
  if (latin9 || encoding == "iso-8859-1" || encoding == "windows-1252" || encoding == "latin1") {
    utf8 = from_single_bytes(bytes, latin9);
    return true;
  }
  utf8 = to_valid_utf8(bytes);
  return encoding.empty() || encoding == "utf-8" || encoding == "us-ascii";
}

/// Visits every element without recursion; `leave` is true on the way up.
template <class Visit>
bool walk(pugi::xml_node root, Visit visit) {
  int depth = 1;
  for (pugi::xml_node node = root; node;) {
    if (!visit(node, depth)) return false;
    if (node.first_child()) {
      node = node.first_child();
      ++depth;
      continue;
    }
    while (node != root && !node.next_sibling()) {
      node = node.parent();
      --depth;
    }
    if (node == root) return true;
    node = node.next_sibling();
  }
  return true;
}

void collect_prefixes(pugi::xml_node node, std::vector<std::string>& prefixes) {
  for (const pugi::xml_attribute attribute : node.attributes()) {
    const std::string_view name = attribute.name();
    if (name.substr(0, 6) != "xmlns:") continue;
    const std::string_view address = attribute.value();
    for (const std::string_view known : kNewsVocabularies) {
      if (address.substr(0, known.size()) == known) {
        prefixes.push_back(std::string(name.substr(6)) + ":");
      }
    }
  }
}

void drop_prefix(pugi::xml_node node, const std::vector<std::string>& prefixes) {
  const std::string name = node.name();
  if (name.find(':') == std::string::npos) return;
  for (const std::string& prefix : prefixes) {
    if (name.compare(0, prefix.size(), prefix) == 0) {
      node.set_name(name.c_str() + prefix.size());
      return;
    }
  }
}

/// Position just after a declaration, comment or DOCTYPE at the front of `text`; npos if it doesn't
/// end, 0 if it is none.
std::size_t end_of_preamble(std::string_view text) {
  const auto after = [&](std::string_view mark, std::size_t from) {
    const std::size_t at = text.find(mark, from);
    return at == std::string_view::npos ? at : at + mark.size();
  };
  if (text.substr(0, 4) == "<!--") return after("-->", 4);
  if (text.substr(0, 2) == "<?") return after("?>", 2);
  if (text.substr(0, 2) != "<!") return 0;
  const std::size_t subset = text.find('[');
  const std::size_t close = text.find('>');
  if (subset == std::string_view::npos || close < subset) return after(">", 2);
  const std::size_t end = after("]", subset);
  return end == std::string_view::npos ? end : after(">", end);
}

}  // namespace

XmlDocument::XmlDocument() : document_(std::make_unique<pugi::xml_document>()) {}
XmlDocument::~XmlDocument() = default;

pugi::xml_node XmlDocument::root() const { return document_->document_element(); }

std::string XmlDocument::parse(std::string_view bytes) {
  bytes = skip_bom_and_space(bytes);
  std::string utf8;
  if (!to_utf8(bytes, utf8)) {
    return "XML in " + to_valid_utf8(declared_encoding(bytes)) +
           ", which isn't read; convert it to UTF-8";
  }
  // White space between elements divides words; XML's own loader drops it.
  const unsigned options = pugi::parse_default | pugi::parse_ws_pcdata;
  const pugi::xml_parse_result result =
      document_->load_buffer(utf8.data(), utf8.size(), options, pugi::encoding_utf8);
  if (!result) {
    return "invalid XML at byte " + std::to_string(result.offset) + ": " +
           ascii_lower(result.description());
  }
  if (!root()) return "invalid XML: no element in it";
  std::vector<std::string> prefixes;
  const bool shallow = walk(root(), [&](pugi::xml_node node, int depth) {
    collect_prefixes(node, prefixes);
    drop_prefix(node, prefixes);
    return depth <= kMaxXmlDepth;
  });
  if (shallow) return {};
  document_->reset();
  return "XML nested deeper than " + std::to_string(kMaxXmlDepth) + " elements";
}

XmlStart xml_start(std::string_view bytes) {
  XmlStart start;
  std::string_view text = skip_bom_and_space(bytes);
  start.declared = text.substr(0, 5) == "<?xml";
  for (std::size_t end = end_of_preamble(text); end != 0; end = end_of_preamble(text)) {
    if (end == std::string_view::npos) return start;
    text = skip_bom_and_space(text.substr(end));
  }
  if (text.size() < 2 || text[0] != '<') return start;
  const std::size_t end = text.find_first_of(" \t\r\n/>", 1);
  std::string_view name = text.substr(1, end == std::string_view::npos ? end : end - 1);
  if (name.empty() || !(is_ascii_alpha(name[0]) || name[0] == '_')) return start;
  name.remove_prefix(name.find(':') + 1);
  start.name = name;
  start.tag = text.substr(0, text.find('>'));
  return start;
}

}  // namespace news
