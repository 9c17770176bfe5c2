#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace pugi {
class xml_document;
class xml_node;
}  // namespace pugi

namespace news {

/// Elements nested deeper than this make a document a rejection.
inline constexpr int kMaxXmlDepth = 200;

/// One parsed XML file. No DTD is read and no entity is loaded or expanded; prefixes of the news
/// vocabularies (NITF, NewsML, XHTML, RSS, TEI) are taken off the names of elements, others stay.
/// One thread.
class XmlDocument {
 public:
  XmlDocument();
  XmlDocument(const XmlDocument&) = delete;
  XmlDocument& operator=(const XmlDocument&) = delete;
  ~XmlDocument();

  /// Reads `bytes` in UTF-8, ISO-8859-1, ISO-8859-15 or Windows-1252. Returns "" or why it can't be
  /// read, with the place: "invalid XML at byte 120: ...".
  std::string parse(std::string_view bytes);
  /// The root element; good as long as this object.
  pugi::xml_node root() const;

 private:
  std::unique_ptr<pugi::xml_document> document_;
};

/// How an XML file begins: its root element, without its prefix. Empty when it is no XML.
struct XmlStart {
  std::string_view name;  ///< "newsItem"
  std::string_view tag;   ///< the start tag, "<newsItem guid=...>", as far as it was seen
  bool declared = false;  ///< it begins with <?xml
};

/// Finds the root element behind declarations and comments.
XmlStart xml_start(std::string_view bytes);

}  // namespace news
