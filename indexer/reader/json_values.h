#pragma once

#include <string>
#include <string_view>

#include "indexer/reader/fields.h"

namespace simdjson::dom {
class element;
}

namespace news {

/// The text of a JSON value: a string as it is, a whole number in digits, of an object its "name"
/// or its like; "" for anything else. An array gives its texts, a line each.
std::string json_text(const simdjson::dom::element& value);

/// As `json_text`, and a number of seconds or milliseconds since 1970 becomes a date in ISO 8601.
std::string json_date(const simdjson::dom::element& value);

/// Finds "meta.pub.date" or "items.0.text" inside `root`: a key of the whole name first, then step
/// by step. False if there is nothing.
bool json_find(const simdjson::dom::element& root, std::string_view path,
               simdjson::dom::element& found);

/// Fills a field from a value of any type. False when it says nothing for that field.
bool set_json_field(RawArticle& raw, Field field, const simdjson::dom::element& value,
                    std::string_view key);

}  // namespace news
