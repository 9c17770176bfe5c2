#include "common/base/name_table.h"

#include <cstdint>

#include "common/base/text.h"

namespace news {
namespace {

constexpr unsigned kBeginningBits = 16;

}  // namespace

std::size_t NameTable::first_not_below(std::string_view name) const {
  // Both are the beginnings of lines: rows before `low` are below, those from `high` on aren't.
  std::size_t low = std::min(text_.find_first_not_of('\n'), text_.size());
  std::size_t high = text_.size();
  while (low < high) {
    const std::size_t middle = low + (high - low) / 2;
    // The line that the middle stands in; its line end still belongs to it.
    std::size_t begin = middle;
    while (begin > low && text_[begin - 1] != '\n') --begin;
    const std::size_t end = std::min(text_.find('\n', middle), text_.size());
    if (row_of(text_.substr(begin, end - begin)).name < name) {
      low = std::min(end + 1, text_.size());
    } else {
      high = begin;
    }
  }
  return low;
}

std::optional<std::string_view> NameTable::find(std::string_view name) const {
  const std::string_view left = text_.substr(first_not_below(name));
  if (left.empty()) return std::nullopt;
  const Row row = row_of(left.substr(0, left.find('\n')));
  return row.name == name ? std::optional(row.value) : std::nullopt;
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
