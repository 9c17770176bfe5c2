#include "searcher/output/json_writer.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "common/base/terminal_text.h"
#include "common/base/text.h"

namespace news {
namespace {

/// True for the characters of ASCII that stand in a JSON string as they are.
constexpr std::array<bool, 256> kIsPlain = [] {
  std::array<bool, 256> plain{};
  for (std::size_t c = ' '; c < 0x7f; ++c) plain[c] = c != '"' && c != '\\';
  return plain;
}();

bool is_plain(char c) { return kIsPlain[static_cast<unsigned char>(c)]; }

std::string dumped(const nlohmann::json& value) {
  // A bad byte that got this far must not cost the whole answer.
  return value.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

/// The escape of an ASCII character, or nothing for what only a library knows how to write.
std::string_view usual_escape(char c) {
  switch (c) {
    case '"': return "\\\"";
    case '\\': return "\\\\";
    case '\n': return "\\n";
    default: return {};
  }
}

}  // namespace

void JsonWriter::key(std::string_view name) {
  separate();
  out_.push_back('"');
  out_.append(name);
  out_.append(one_line_ ? "\":" : "\": ");
  has_key_ = true;
}

void JsonWriter::number(std::uint64_t value) { literal(std::to_string(value)); }
void JsonWriter::number(double value) { literal(dumped(value)); }

void JsonWriter::text(std::string_view value) {
  separate();
  put_string(value);
}

void JsonWriter::begin(char bracket) {
  literal(std::string_view(&bracket, 1));
  ++depth_;
  is_first_ = true;
}

void JsonWriter::end(char bracket) {
  --depth_;
  if (!is_first_) start_line();
  out_.push_back(bracket);
  is_first_ = false;
}

void JsonWriter::literal(std::string_view value) {
  separate();
  out_.append(value);
}

void JsonWriter::separate() {
  if (!has_key_) {
    if (!is_first_) out_.push_back(',');
    start_line();
  }
  is_first_ = false;
  has_key_ = false;
}

void JsonWriter::start_line() {
  if (one_line_) return;
  out_.push_back('\n');
  out_.append(2 * depth_, ' ');
}

void JsonWriter::put_string(std::string_view value) {
  const std::size_t begin = out_.size();
  out_.push_back('"');
  for (auto at = value.begin(); at != value.end();) {
    const auto special = std::find_if_not(at, value.end(), is_plain);
    out_.append(at, special);
    if (special == value.end()) break;
    const std::string_view escape = usual_escape(*special);
    if (escape.empty()) {
      out_.resize(begin);
      out_ += terminal_safe_json(dumped(value));
      return;
    }
    out_.append(escape);
    at = special + 1;
  }
  out_.push_back('"');
}

}  // namespace news
