#include "common/base/name_table.h"

#include <cstdint>

#include "common/base/text.h"

namespace news {
namespace {

constexpr unsigned kBeginningBits = 16;

struct Row {
  std::string_view name;
  std::string_view value;
};

Row row_of(std::string_view line) {
  const std::size_t equals = line.find('=');
  if (equals == std::string_view::npos) return {line, {}};
  return {line.substr(0, equals), line.substr(equals + 1)};
}

}  // namespace

std::optional<std::string_view> NameTable::find(std::string_view name) const {
  // Both are the beginnings of lines: [low, high) holds the row if it is there.
  std::size_t low = text_.find_first_not_of('\n');
  std::size_t high = text_.size();
  if (low == std::string_view::npos) return std::nullopt;
  while (low < high) {
    const std::size_t middle = low + (high - low) / 2;
    // The line that the middle stands in; its line end still belongs to it.
    std::size_t begin = middle;
    while (begin > low && text_[begin - 1] != '\n') --begin;
    std::size_t end = text_.find('\n', middle);
    if (end == std::string_view::npos) end = text_.size();
    const Row row = row_of(text_.substr(begin, end - begin));
    const int order = name.compare(row.name);
    if (order == 0) return row.value;
    if (order < 0) {
      high = begin;
    } else {
      low = end + 1;
    }
  }
  return std::nullopt;
}

NameBeginnings::NameBeginnings(std::initializer_list<const NameTable*> tables)
    : known_(std::size_t{1} << kBeginningBits) {
  for (const NameTable* table : tables) {
    table->for_each_name([&](std::string_view name) { known_[place_of(name)] = true; });
  }
}

std::size_t NameBeginnings::place_of(std::string_view name) {
  std::uint32_t first = 0;
  for (const char c : name.substr(0, sizeof first)) {
    first = first << 8 | static_cast<unsigned char>(ascii_lower(c));
  }
  return (first * 0x9e3779b1u) >> (32 - kBeginningBits);
}

bool NameTable::is_ordered() const {
  std::string_view before;
  bool any = false;
  for (std::size_t i = 0; i < text_.size();) {
    std::size_t end = text_.find('\n', i);
    if (end == std::string_view::npos) end = text_.size();
    const std::string_view line = text_.substr(i, end - i);
    i = end + 1;
    if (line.empty()) continue;
    const Row row = row_of(line);
    if (row.name.size() == line.size() || (any && row.name <= before)) return false;
    before = row.name;
    any = true;
  }
  return true;
}

}  // namespace news
