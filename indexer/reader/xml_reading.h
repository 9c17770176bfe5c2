#pragma once

#include <string>
#include <string_view>

#include "indexer/reader/format.h"

namespace pugi {
class xml_node;
}

namespace news {

/// Reads the root element of a record into articles and rejections.
using XmlRead = void (*)(const pugi::xml_node& root, ParsedRecord& out);

/// Parses a record as XML and hands its root to `read`; what can't be parsed is a rejection.
void read_xml(const Record& record, ParsedRecord& out, XmlRead read);

/// Puts an article in its place, or a rejection when it has neither headline nor text. `part` names
/// the article within its record, "item 3"; "" when it is the only one.
void add_article(RawArticle raw, std::string part, ParsedRecord& out);

/// Adds a rejection of a part of the record.
void reject_part(std::string part, std::string why, ParsedRecord& out);

/// "item 3", or "" when there is one only.
std::string part_name(std::size_t number, std::size_t count);

/// True for mark-up that is neither HTML nor of a format that is read: "<inventory>...". Sets
/// `why` to what it is, for a rejection.
bool is_unknown_markup(std::string_view bytes, std::string* why = nullptr);

}  // namespace news
