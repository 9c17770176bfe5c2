#include "indexer/clean/body_text.h"

#include "common/base/text.h"
#include "indexer/clean/unwrap.h"

namespace news {
namespace {

std::size_t indent_of(std::string_view line) {
  std::size_t n = 0;
  while (n < line.size() && is_ascii_space(line[n])) ++n;
  return n == line.size() ? 0 : n;
}

}  // namespace

std::vector<std::string> body_paragraphs(std::string_view text) {
  const std::vector<std::string_view> lines = split(text, '\n');
  const bool wrapped = is_wrapped(lines);
  std::vector<std::string> paragraphs;
  bool is_open = false;
  std::size_t indent = 0;
  for (const std::string_view raw : lines) {
    const std::string line = collapse_spaces(raw);
    if (line.empty()) {
      is_open = false;
      continue;
    }
    const std::size_t own = indent_of(raw);
    const bool starts = !wrapped || !is_open || own > indent;
    if (starts) {
      paragraphs.push_back(line);
    } else {
      paragraphs.back().append(" ").append(line);
    }
    indent = own;
    is_open = true;
  }
  return paragraphs;
}

}  // namespace news
