#include "indexer/reader/detect.h"

#include <algorithm>
#include <cstdint>
#include <cstring>

#include "common/base/byte_masks.h"
#include "common/base/text.h"
#include "indexer/reader/xml_reading.h"

namespace news {
namespace {

struct Magic {
  std::string_view bytes;
  std::string_view meaning;
};

using namespace std::string_view_literals;

// Shapes that people do put into a corpus folder and that deserve better than "unknown".
constexpr Magic kKnownShapes[] = {
    {"\xff\xfe"sv, "text in UTF-16, which isn't read; convert it to UTF-8"},
    {"\xfe\xff"sv, "text in UTF-16, which isn't read; convert it to UTF-8"},
    {"%PDF-"sv, "a PDF file, which isn't read"},
    {"7z\xbc\xaf\x27\x1c"sv, "a 7-Zip archive, which isn't read; unpack it"},
    {"\xff\xd8\xff"sv, "a picture"},
    {"\x89PNG"sv, "a picture"},
    {"GIF8"sv, "a picture"},
    {"SQLite format 3\0"sv, "an SQLite database, which isn't read"},
};

bool is_odd_control(char c) {
  return static_cast<unsigned char>(c) < 0x20 && !is_ascii_space(c) && c != '\b' && c != '\x1b';
}

/// Counts them; eight bytes at a time where only line breaks and tabs are below a blank.
std::size_t count_odd_controls(std::string_view bytes) {
  std::size_t odd = 0;
  for (std::size_t i = 0; i < bytes.size();) {
    std::uint64_t eight = 0;
    if (bytes.size() - i >= sizeof eight) {
      std::memcpy(&eight, bytes.data() + i, sizeof eight);
      if (!has_controls_but_breaks(eight)) {
        i += sizeof eight;
        continue;
      }
    }
    const std::size_t end = std::min(bytes.size(), i + sizeof eight);
    for (; i < end; ++i) odd += is_odd_control(bytes[i]) ? 1 : 0;
  }
  return odd;
}

const Magic* find_shape(std::string_view bytes) {
  const auto* found = std::find_if(
      std::begin(kKnownShapes), std::end(kKnownShapes),
      [&](const Magic& shape) { return bytes.substr(0, shape.bytes.size()) == shape.bytes; });
  return found == std::end(kKnownShapes) ? nullptr : found;
}

/// True when the first lines are the header of a message: names of that trade, each with a colon.
bool is_mail(std::string_view bytes) {
  int known = 0;
  std::size_t seen = 0;
  for (std::string_view text = skip_bom_and_space(bytes); !text.empty() && seen < 40; ++seen) {
    const std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(line.size() + 1, text.size()));
    if (trim(line).empty()) break;
    for (const std::string_view name :
         {"Delivered-To:", "Received:", "Return-Path:", "Message-ID:", "MIME-Version:"}) {
      if (equals_ignoring_case(line.substr(0, name.size()), name)) ++known;
    }
  }
  return known >= 2;
}

}  // namespace

bool is_text(std::string_view bytes) {
  if (find_shape(bytes) != nullptr || bytes.find('\0') != std::string_view::npos) return false;
  if (skip_bom_and_space(bytes).empty()) return false;
  const std::size_t odd = count_odd_controls(bytes);
  std::size_t repaired = 0;
  if (!is_valid_utf8(bytes)) to_valid_utf8(bytes, &repaired);
  // Old feeds have a stray control character or Windows-1252 letter here and there; data that is
  // compressed, or text in another 8-bit encoding, has far more.
  return odd <= 2 + bytes.size() / 50 && repaired <= bytes.size() / 5;
}

std::string not_a_page(std::string_view bytes) {
  std::string markup;
  if (is_unknown_markup(bytes, &markup)) return markup;
  return is_mail(bytes) ? "an e-mail message, which isn't read" : "";
}

std::string unknown_shape(std::string_view bytes) {
  if (const Magic* shape = find_shape(bytes))
    return "unknown format: " + std::string(shape->meaning);
  if (const std::string what = not_a_page(bytes); !what.empty()) return "unknown format: " + what;
  if (bytes.find('\0') == std::string_view::npos && skip_bom_and_space(bytes).empty()) {
    return "no text in it";
  }
  return "unknown format: binary, or text in an encoding other than UTF-8";
}

std::string_view skip_bom_and_space(std::string_view bytes) {
  if (bytes.substr(0, 3) == "\xef\xbb\xbf") bytes.remove_prefix(3);
  while (!bytes.empty() && is_ascii_space(bytes.front())) bytes.remove_prefix(1);
  return bytes;
}

}  // namespace news
