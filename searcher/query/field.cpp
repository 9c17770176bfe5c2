#include "searcher/query/field.h"

#include <algorithm>
#include <vector>

#include "common/base/text.h"

namespace news {
namespace {

struct OtherName {
  std::string_view name;
  std::string_view field;
};

// Names that other search engines and formats use for what we have.
constexpr std::array<OtherName, 20> kOtherNames = {{
    {"title", "headline"},      {"head", "headline"},      {"hed", "headline"},
    {"hlead", "lead"},          {"intro", "lead"},         {"abstract", "summary"},
    {"description", "summary"}, {"standfirst", "summary"}, {"by", "byline"},
    {"writer", "author"},       {"lang", "language"},      {"publisher", "source"},
    {"outlet", "source"},       {"host", "source"},        {"site", "source"},
    {"published", "date"},      {"tag", "keyword"},        {"city", "place"},
    {"words", "length"},        {"wordcount", "length"},
}};

constexpr std::array<std::string_view, 7> kZones = {"headline", "summary", "dateline", "byline",
                                                    "caption",  "lead",    "other"};

}  // namespace

const FieldInfo* find_field(Field field) {
  if (field == Field::Other) return &kOtherZone;
  for (const FieldInfo& info : kFields) {
    if (info.field == field) return &info;
  }
  return nullptr;
}

const FieldInfo* find_field(std::string_view name) {
  for (const FieldInfo& info : kFields) {
    if (equals_ignoring_case(info.name, name)) return &info;
  }
  return nullptr;
}

const FieldInfo* find_zone(std::string_view name) {
  const std::string lower = ascii_lower(name);
  if (lower == kZones.back()) return &kOtherZone;
  const bool is_zone = std::find(kZones.begin(), kZones.end(), lower) != kZones.end();
  return is_zone ? find_field(lower) : nullptr;
}

std::string zone_names() {
  std::string names;
  for (const std::string_view zone : kZones) {
    if (!names.empty()) names += zone == kZones.back() ? " and " : ", ";
    names += zone;
  }
  return names;
}

std::string_view suggest_zone(std::string_view name) {
  return nearest_name(ascii_lower(name), {kZones.begin(), kZones.end()});
}

std::string_view field_name(Field field) {
  const FieldInfo* info = find_field(field);
  return info == nullptr ? std::string_view() : info->name;
}

std::string_view suggest_field(std::string_view name) {
  const std::string lower = ascii_lower(name);
  std::vector<std::string_view> names;
  for (const OtherName& other : kOtherNames) {
    if (other.name == lower) return other.field;
  }
  names.clear();
  for (const FieldInfo& info : kFields) names.push_back(info.name);
  // The result is a view into the table, so it outlives `names`.
  return nearest_name(lower, names);
}

}  // namespace news
