#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/reader/fields.h"

namespace pugi {
class xml_node;
}

namespace news {

// What readers ask of an XML element. A path is an XPath: "head/docdata/doc-id/@id-string"; it is
// compiled once a thread, so it has to be a string literal.

/// The text of the first attribute or element that `path` finds with something in it, on one line.
std::string xml_value(const pugi::xml_node& from, const char* path);

/// As `xml_value`, of each, without repetition.
std::vector<std::string> xml_values(const pugi::xml_node& from, const char* path);

/// The elements that `path` finds.
std::vector<pugi::xml_node> xml_nodes(const pugi::xml_node& from, const char* path);

/// The text of an element as paragraphs: a line for each element that isn't part of a sentence.
/// Elements named in `skip` (divided by blanks) are left out. Text without elements inside keeps
/// its own lines, or is read as HTML where it looks like it.
std::string xml_paragraphs(const pugi::xml_node& element, std::string_view skip = "");

/// Fills a field from the first path that has something to say for it; the path is
/// the provenance of a date. False when there is nothing.
bool set_xml_field(RawArticle& raw, Field field, const pugi::xml_node& from,
                   const std::vector<const char*>& paths);

/// Adds a value to a field with several for each that `path` finds.
void add_xml_field(RawArticle& raw, Field field, const pugi::xml_node& from, const char* path);

}  // namespace news
