#include "indexer/reader/json_scan.h"

#include "common/base/text.h"

namespace news {
namespace {

constexpr std::size_t kNameReach = 400;

std::size_t skip_space(std::string_view json, std::size_t i) {
  while (i < json.size() && is_ascii_space(json[i])) ++i;
  return i;
}

/// Where the value of `key` begins, from `at` on; npos if the key isn't there.
std::size_t find_value(std::string_view json, std::string_view key, std::size_t at) {
  const std::string quoted = "\"" + std::string(key) + "\"";
  for (at = json.find(quoted, at); at != json.npos; at = json.find(quoted, at + 1)) {
    const std::size_t colon = skip_space(json, at + quoted.size());
    if (colon < json.size() && json[colon] == ':') return skip_space(json, colon + 1);
  }
  return json.npos;
}

void append_escape(std::string& out, std::string_view json, std::size_t& i) {
  const char c = i + 1 < json.size() ? json[i + 1] : '\\';
  i += 2;
  if (c == 'n' || c == 'r' || c == 't') {
    out += ' ';
  } else if (c == 'u' && i + 4 <= json.size()) {
    char32_t code = 0;
    for (const char digit : json.substr(i, 4)) {
      const char low = ascii_lower(digit);
      const int value = is_ascii_digit(low)        ? low - '0'
                        : low >= 'a' && low <= 'f' ? low - 'a' + 10
                                                   : 0;
      code = code * 16 + static_cast<char32_t>(value);
    }
    i += 4;
    append_utf8(out, code >= 0xd800 && code < 0xe000 ? U'\ufffd' : code);
  } else {
    out += c;
  }
}

/// A string whose inner quotes may have lost their backslash: it ends where a comma or bracket
/// follows.
std::string scan_string(std::string_view json, std::size_t i) {
  std::string out;
  while (i < json.size()) {
    if (json[i] == '\\') {
      append_escape(out, json, i);
      continue;
    }
    if (json[i] == '"') {
      const std::size_t after = skip_space(json, i + 1);
      if (after >= json.size() || json[after] == ',' || json[after] == '}' || json[after] == ']') {
        break;
      }
    }
    out += json[i++];
  }
  return out;
}

std::string scan_bare(std::string_view json, std::size_t i) {
  std::size_t end = i;
  while (end < json.size() && json[end] != '\n' && json[end] != '}') {
    if (json[end] == ',') {
      const std::size_t next = skip_space(json, end + 1);
      if (next < json.size() && json[next] == '"') break;
    }
    ++end;
  }
  std::string_view value = trim(json.substr(i, end - i));
  while (!value.empty() && (value.back() == ',' || value.back() == '"')) value.remove_suffix(1);
  return std::string(trim(value));
}

}  // namespace

std::string scan_json_value(std::string_view json, std::string_view key) {
  std::size_t at = find_value(json, key, 0);
  if (at >= json.size()) return {};
  if (json[at] == '{' || json[at] == '[') {
    const std::string_view inside = json.substr(at, kNameReach);
    const std::size_t name = find_value(inside, "name", 0);
    if (name >= inside.size()) {
      const std::size_t first = skip_space(inside, 1);
      return first < inside.size() && inside[first] == '"' ? scan_string(json, at + first + 1)
                                                           : std::string();
    }
    at += name;
  }
  if (json[at] == '"') return scan_string(json, at + 1);
  return scan_bare(json, at);
}

}  // namespace news
