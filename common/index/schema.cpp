#include "common/index/schema.h"

#include <cstdio>

#include "common/base/hash.h"
#include "common/base/text.h"

namespace news {
namespace {

constexpr std::size_t kMaxTermBytes = 245;

}  // namespace

std::optional<TextField> text_field_from_name(std::string_view name) {
  for (const TextFieldInfo& row : kTextFields) {
    if (row.name == name) return row.field;
  }
  return std::nullopt;
}

const AttributeInfo& info(Attribute attribute) {
  return kAttributes[static_cast<std::size_t>(attribute)];
}

std::optional<Attribute> attribute_from_name(std::string_view name) {
  for (const AttributeInfo& row : kAttributes) {
    if (row.name == name) return row.attribute;
  }
  return std::nullopt;
}

std::string make_term(std::string_view prefix, std::string_view value) {
  std::string term(prefix);
  if (prefix.size() + value.size() <= kMaxTermBytes) return term.append(value);
  return term.append("#").append(hash128_hex(value));
}

std::string territory_term(std::string_view code) {
  return make_term(kTerritoryPrefix, ascii_lower(code));
}

std::string id_term(std::string_view id) { return make_term("Q", id); }

std::string date_term(UnixSeconds seconds, Precision precision) {
  const CivilTime t = to_civil(seconds);
  char buffer[48];
  if (precision == Precision::Year) {
    std::snprintf(buffer, sizeof buffer, "Y%04d", t.year);
  } else if (precision == Precision::Month) {
    std::snprintf(buffer, sizeof buffer, "M%04d%02d", t.year, t.month);
  } else {
    std::snprintf(buffer, sizeof buffer, "D%04d%02d%02d", t.year, t.month, t.day);
  }
  return buffer;
}

}  // namespace news
