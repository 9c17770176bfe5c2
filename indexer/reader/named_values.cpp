#include "indexer/reader/named_values.h"

#include <algorithm>
#include <charconv>
#include <tuple>
#include <unordered_map>

#include "common/base/text.h"
#include "indexer/reader/html_text.h"

namespace news {
namespace {

struct Meaning {
  Field field;
  std::size_t rank;  ///< 0 is the best name for the field
};

std::string plain_name(std::string_view name) {
  std::string plain;
  for (const char c : name) {
    if (c != '_' && c != '-' && c != ' ') plain += ascii_lower(c);
  }
  return plain;
}

const std::unordered_map<std::string, Meaning>& meanings() {
  static const auto table = [] {
    std::unordered_map<std::string, Meaning> all;
    for (const FieldNames& field : all_fields()) {
      std::size_t rank = 0;
      all.insert({plain_name(field.name), {field.field, rank++}});
      for (const std::string_view key : split(field.keys, ' ')) {
        all.insert({plain_name(key), {field.field, rank++}});
      }
    }
    return all;
  }();
  return table;
}

const std::string* mapped_value(const std::vector<NamedValue>& values, const std::string& key) {
  for (const NamedValue& value : values) {
    if (value.first == key) return &value.second;
  }
  std::size_t column = 0;
  const auto [end, error] = std::from_chars(key.data(), key.data() + key.size(), column);
  const bool number = error == std::errc() && end == key.data() + key.size();
  return number && column >= 1 && column <= values.size() ? &values[column - 1].second : nullptr;
}

bool set_value(RawArticle& raw, Field field, const std::string& value, std::string_view key) {
  const bool list = field == Field::Authors || field == Field::Countries ||
                    field == Field::Keywords || field == Field::Captions;
  if (list) return set_list_field(raw, field, value, key);
  if (field == Field::Body || field == Field::Summary)
    return set_field(raw, field, text_of_html(value), key);
  return set_field(raw, field, value, key);
}

}  // namespace

std::optional<Field> find_usual_field(std::string_view name) {
  const auto found = meanings().find(plain_name(trim(name)));
  if (found == meanings().end()) return std::nullopt;
  return found->second.field;
}

RawArticle article_of_values(const std::vector<NamedValue>& values, const ReadOptions& options) {
  RawArticle raw;
  std::uint32_t filled = 0;
  const auto bit = [](Field field) { return std::uint32_t{1} << static_cast<unsigned>(field); };
  for (const FieldMapping& mapping : options.mapping) {
    const auto field = find_field(mapping.field);
    if (!field) continue;
    filled |= bit(*field);
    if (const std::string* value = mapped_value(values, mapping.key))
      set_value(raw, *field, *value, mapping.key);
  }
  std::vector<std::tuple<Field, std::size_t, const NamedValue*>> candidates;
  for (const NamedValue& value : values) {
    const auto found = meanings().find(plain_name(trim(value.first)));
    if (found == meanings().end() || is_absent(value.second)) continue;
    candidates.push_back({found->second.field, found->second.rank, &value});
  }
  std::stable_sort(candidates.begin(), candidates.end(), [](const auto& a, const auto& b) {
    return std::tie(std::get<0>(a), std::get<1>(a)) < std::tie(std::get<0>(b), std::get<1>(b));
  });
  for (const auto& [field, rank, value] : candidates) {
    if ((filled & bit(field)) != 0) continue;
    if (set_value(raw, field, value->second, value->first)) filled |= bit(field);
  }
  return raw;
}

}  // namespace news
