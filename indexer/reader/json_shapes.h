#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/reader/fields.h"

namespace simdjson::dom {
class element;
}

namespace news {

/// Where a shape keeps a field, in place of the usual keys.
struct ShapeField {
  Field field;
  std::string_view keys;  ///< as in FieldNames; "" when nothing there says it
};

/// A collection or service whose objects use some of the usual keys with a meaning of their own: a
/// "date" that is the day of the crawl, a "summary" made by a program.
struct JsonShape {
  std::string_view name;
  std::string_view marks;  ///< the keys that tell it, all of them, divided by blanks
  std::vector<ShapeField> fields;
  /// Reads what no key alone says; nullptr when there is nothing. Runs before the keys.
  void (*read)(const simdjson::dom::element& object, RawArticle& raw);
  /// Why an object of this shape is no article, "" when it is one; nullptr when all are.
  std::string (*refuse)(const simdjson::dom::element& object, const RawArticle& raw);
};

/// All shapes, the most particular first.
const std::vector<JsonShape>& json_shapes();

/// The shape of an object; nullptr for one with nothing but usual keys.
const JsonShape* find_json_shape(const simdjson::dom::element& object);

/// ninjs 2 and 3 keep headlines, descriptions and bodies as lists of {role, contentType, value}.
void read_ninjs(const simdjson::dom::element& object, RawArticle& raw);

/// Pictures, films, events and withdrawn items of ninjs are no articles.
std::string refuse_ninjs(const simdjson::dom::element& object, const RawArticle& raw);

/// The Washington Post's collection keeps a story as a list of paragraphs, pictures and labels.
void read_wapo(const simdjson::dom::element& object, RawArticle& raw);

}  // namespace news
