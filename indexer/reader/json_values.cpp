#include "indexer/reader/json_values.h"

#include <simdjson.h>

#include <charconv>
#include <cmath>

#include "common/base/civil_time.h"
#include "common/base/text.h"

namespace news {
namespace {

using simdjson::dom::element;
using simdjson::dom::element_type;

// Where objects that stand for one text keep it: people and outlets, WordPress, RSS turned into
// JSON, MongoDB exports.
constexpr std::string_view kTextKeys[] = {"name",        "main",  "rendered", "value", "text",
                                          "#text",       "$t",    "@value",   "$oid",  "$date",
                                          "$numberLong", "title", "url",      "@id"};

constexpr double kLargestSeconds = 253402300799;  // the end of the year 9999
constexpr double kSmallestStamp = 1e8;            // below it a number is a year or a day: 20260204

std::string iso_of_stamp(double stamp) {
  // Seconds up to here are before the year 5138; as milliseconds they are after March 1973.
  if (std::abs(stamp) >= 1e11) stamp /= 1000;
  if (std::abs(stamp) > kLargestSeconds) return {};
  return format_iso8601(static_cast<UnixSeconds>(std::floor(stamp)), Precision::Second);
}

bool number_of(const element& value, double& number) {
  return value.is_number() && value.get_double().get(number) == simdjson::SUCCESS;
}

bool is_list(Field field) {
  return field == Field::Authors || field == Field::Countries || field == Field::Keywords ||
         field == Field::Captions;
}

bool set_list(RawArticle& raw, Field field, const element& value, std::string_view key) {
  simdjson::dom::array items;
  if (value.get_array().get(items) != simdjson::SUCCESS) {
    return set_list_field(raw, field, json_text(value), key);
  }
  bool any = false;
  for (const element item : items) {
    // Only a list inside a list can still be several values.
    any = set_field(raw, field, json_text(item), key) || any;
  }
  return any;
}

/// The dateline object of `newsindex extract`.
bool set_dateline(RawArticle& raw, const simdjson::dom::object& object) {
  const auto text_at = [&](std::string_view key) {
    element value;
    if (object.at_key(key).get(value) != simdjson::SUCCESS) return std::string();
    const std::string text = json_text(value);
    return is_absent(text) ? std::string() : std::string(trim(text));
  };
  Dateline& dateline = raw.article.dateline;
  dateline = {text_at("text"), text_at("place"), text_at("country"), text_at("agency"), {}};
  simdjson::dom::array others;
  if (object.at_key("other_countries").get(others) == simdjson::SUCCESS) {
    for (const element code : others) dateline.other_countries.push_back(json_text(code));
  }
  if (dateline.country.size() != 2 || !is_ascii_upper(dateline.country[0]) ||
      !is_ascii_upper(dateline.country[1])) {
    dateline.country.clear();
  }
  raw.dateline_text = dateline.text.empty() ? text_at("name") : dateline.text;
  return !raw.dateline_text.empty() || !dateline.place.empty() || !dateline.country.empty();
}

}  // namespace

std::string json_text(const element& value) {
  switch (value.type()) {
    case element_type::STRING:
      return std::string(value.get_string().value());
    case element_type::INT64:
      return std::to_string(value.get_int64().value());
    case element_type::UINT64:
      return std::to_string(value.get_uint64().value());
    case element_type::ARRAY: {
      std::string lines;
      const simdjson::dom::array items = value.get_array();
      for (const element item : items) {
        const std::string line = json_text(item);
        if (is_absent(line)) continue;
        if (!lines.empty()) lines += '\n';
        lines += line;
      }
      return lines;
    }
    case element_type::OBJECT:
      for (const std::string_view key : kTextKeys) {
        element inner;
        if (value.at_key(key).get(inner) != simdjson::SUCCESS) continue;
        std::string text = json_text(inner);
        if (!is_absent(text)) return text;
      }
      return {};
    default:
      return {};
  }
}

std::string json_date(const element& value) {
  double stamp = 0;
  if (number_of(value, stamp)) {
    return std::abs(stamp) < kSmallestStamp ? json_text(value) : iso_of_stamp(stamp);
  }
  element inner;
  if (value.is_object() && value.at_key("$date").get(inner) == simdjson::SUCCESS) {
    return json_date(inner);
  }
  if (value.is_object() && value.at_key("$numberLong").get(inner) == simdjson::SUCCESS) {
    const std::string digits = json_text(inner);
    std::int64_t milliseconds = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), milliseconds);
    return iso_of_stamp(static_cast<double>(milliseconds));
  }
  return value.is_array() ? std::string() : json_text(value);
}

bool json_find(const element& root, std::string_view path, element& found) {
  if (root.is_object() && root.at_key(path).get(found) == simdjson::SUCCESS) return true;
  element here = root;
  for (const std::string_view step : split(path, '.')) {
    element next;
    if (here.is_object()) {
      if (here.at_key(step).get(next) != simdjson::SUCCESS) return false;
    } else {
      std::size_t index = 0;
      const auto parsed = std::from_chars(step.data(), step.data() + step.size(), index);
      if (parsed.ptr != step.data() + step.size() || step.empty() || !here.is_array()) return false;
      if (here.at(index).get(next) != simdjson::SUCCESS) return false;
    }
    here = next;
  }
  found = here;
  return true;
}

bool set_json_field(RawArticle& raw, Field field, const element& value, std::string_view key) {
  if (is_list(field)) return set_list(raw, field, value, key);
  if (field == Field::Published || field == Field::Updated) {
    return set_field(raw, field, json_date(value), key);
  }
  simdjson::dom::object object;
  if (field == Field::Dateline && value.get_object().get(object) == simdjson::SUCCESS) {
    return set_dateline(raw, object);
  }
  if (value.is_array() && field != Field::Body && field != Field::Summary) {
    element first;
    if (value.at(0).get(first) != simdjson::SUCCESS) return false;
    return set_field(raw, field, json_text(first), key);
  }
  return set_field(raw, field, json_text(value), key);
}

}  // namespace news
