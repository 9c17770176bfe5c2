#include "searcher/output/json_writer.h"

#include <cmath>
#include <limits>
#include <nlohmann/json.hpp>
#include <random>

#include "common/base/terminal_text.h"
#include "tests/catch.h"

namespace news {
namespace {

using Json = nlohmann::ordered_json;

void write(JsonWriter& out, const Json& value) {
  if (value.is_null()) return out.null();
  if (value.is_boolean()) return out.boolean(value.get<bool>());
  if (value.is_number_unsigned()) return out.number(value.get<std::uint64_t>());
  if (value.is_number()) return out.number(value.get<double>());
  if (value.is_string()) return out.text(value.get<std::string>());
  value.is_object() ? out.begin_object() : out.begin_list();
  for (const auto& [key, child] : value.items()) {
    if (value.is_object()) out.key(key);
    write(out, child);
  }
  value.is_object() ? out.end_object() : out.end_list();
}

std::string written(const Json& value, bool one_line) {
  JsonWriter out(one_line);
  write(out, value);
  return out.take();
}

std::string dumped(const Json& value, bool one_line) {
  return terminal_safe_json(
      value.dump(one_line ? -1 : 2, ' ', false, Json::error_handler_t::replace));
}

Json some_value(std::mt19937& random, int depth) {
  static const std::vector<std::string> kPieces = {
      "a", "Zz", " ", "\"", "\\", "\n", "\t", "\x01", "\x1b", "\x7f", "é", "\u0085", "\u200e",
      "東", "\xf0\x9f\x98\x80", "\xff", "\xe2\x80", "/", std::string(1, '\0')};
  switch (random() % (depth > 0 ? 8 : 6)) {
    case 0: return nullptr;
    case 1: return random() % 2 == 0;
    case 2: return std::uint64_t{random()} << random() % 32;
    case 3: return std::ldexp(static_cast<double>(random()), static_cast<int>(random() % 80) - 40);
    case 4: return 0.5 * static_cast<double>(random() % 9);
    case 5: {
      std::string text;
      for (std::size_t n = random() % 6; n > 0; --n) text += kPieces[random() % kPieces.size()];
      return text;
    }
    default: break;
  }
  const bool is_object = random() % 2 == 0;
  Json value = is_object ? Json::object() : Json::array();
  for (std::size_t n = random() % 4; n > 0; --n) {
    Json child = some_value(random, depth - 1);
    is_object ? value["key" + std::to_string(n)] = std::move(child)
              : value.emplace_back(std::move(child));
  }
  return value;
}

}  // namespace

TEST_CASE("JSON is written as the library writes it", "[output]") {
  std::mt19937 random(3);
  for (int i = 0; i < 20000; ++i) {
    const Json value = some_value(random, 3);
    for (const bool one_line : {true, false}) {
      if (written(value, one_line) == dumped(value, one_line)) continue;
      CHECK(written(value, one_line) == dumped(value, one_line));
    }
  }
}

TEST_CASE("What is no number in JSON is null", "[output]") {
  JsonWriter out(true);
  out.begin_list();
  out.number(std::numeric_limits<double>::quiet_NaN());
  out.number(std::numeric_limits<double>::infinity());
  out.end_list();
  CHECK(out.take() == "[null,null]");
}

}  // namespace news
