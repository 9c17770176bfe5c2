#include "indexer/clean/body_text.h"

#include <algorithm>

#include "common/base/text.h"

namespace news {
namespace {

constexpr std::size_t kLongestWrapped = 100;
constexpr std::size_t kFewestLines = 3;

std::size_t indent_of(std::string_view line) {
  std::size_t n = 0;
  while (n < line.size() && is_ascii_space(line[n])) ++n;
  return n == line.size() ? 0 : n;
}

/// Wrapped text has many lines that end amid a sentence, and none that is long.
bool is_wrapped(const std::vector<std::string_view>& lines) {
  std::size_t with_text = 0;
  std::size_t cut = 0;
  std::string_view before;
  for (const std::string_view raw : lines) {
    const std::string_view line = trim(raw);
    if (line.size() > kLongestWrapped) return false;
    if (!line.empty()) ++with_text;
    // A line that goes on with a small letter shows where its forerunner was cut.
    if (!line.empty() && !before.empty() && is_ascii_lower(line[0])) ++cut;
    before = line;
  }
  return with_text >= kFewestLines && cut * 4 >= with_text;
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
