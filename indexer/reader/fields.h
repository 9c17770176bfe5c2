#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/reader/format.h"
#include "indexer/reader/raw_article.h"

namespace news {

/// The fields of an article that formats with named values (JSON, CSV) can fill.
enum class Field : std::uint8_t {
  Id,
  Url,
  Headline,
  Summary,
  Body,
  Dateline,
  Countries,
  Published,
  Updated,
  Authors,
  Agency,
  Source,
  PublisherCountry,
  Section,
  Keywords,
  Language,
  Captions,
  Seen,
};

/// A field and the names that it goes by.
struct FieldNames {
  Field field;
  std::string_view name;  ///< as `newsindex extract` prints it and `--map` takes it
  /// Keys that news collections use for it, the best first, divided by blanks. A dot goes inside.
  std::string_view keys;
};

/// All fields, in the order of the enumeration.
const std::vector<FieldNames>& all_fields();

/// The field that `--map NAME=KEY` means ("author" and "country" are taken as well).
std::optional<Field> find_field(std::string_view name);

/// Throws Error{Usage}, with a suggestion, when a mapping names no field or no key.
void check_mapping(const std::vector<FieldMapping>& mapping);

/// True for "None", "null", "NaN" and their like, which careless exports write for nothing, and for
/// white space.
bool is_absent(std::string_view value);

/// True for a status, in lower case, that takes an item back: no article.
bool is_withdrawn(std::string_view status);

/// Puts a single value into its field; `key` is where it stood. False, and nothing is done, when
/// the value says nothing for that field, such as an address given as the name of a source. For a
/// field with several values it is one more.
bool set_field(RawArticle& raw, Field field, std::string_view value, std::string_view key);

/// Splits a list written as one text, "World; Trade" or "World, Trade", and sets each piece.
bool set_list_field(RawArticle& raw, Field field, std::string_view values, std::string_view key);

}  // namespace news
