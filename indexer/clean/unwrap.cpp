#include "indexer/clean/unwrap.h"

#include <algorithm>

#include "common/base/text.h"

namespace news {
namespace {

constexpr std::size_t kLongestWrapped = 100;  // code points
constexpr std::size_t kFewestLines = 3;

std::size_t indent_of(std::string_view line) {
  std::size_t n = 0;
  while (n < line.size() && is_ascii_space(line[n])) ++n;
  return n;
}

bool is_item(std::string_view line) {
  return !line.empty() && (line[0] == '*' || line[0] == '-' || line.substr(0, 3) == "\u2022");
}

}  // namespace

bool is_wrapped(const std::vector<std::string_view>& lines) {
  std::size_t with_text = 0;
  std::size_t cut = 0;
  std::string_view before;
  for (const std::string_view raw : lines) {
    const std::string_view line = trim(raw);
    if (line.size() > kLongestWrapped && count_code_points(line) > kLongestWrapped) return false;
    if (!line.empty()) ++with_text;
    // A line that goes on with a small letter shows where its forerunner was cut.
    if (!line.empty() && !before.empty() && is_ascii_lower(line[0])) ++cut;
    before = line;
  }
  return with_text >= kFewestLines && cut * 5 >= with_text;
}

UnwrappedPage unwrap_page(std::string_view page) {
  const std::vector<std::string_view> lines = split(page, '\n');
  if (!is_wrapped(lines)) return {};
  std::size_t width = 0;
  for (const std::string_view line : lines) width = std::max(width, trim(line).size());
  UnwrappedPage out;
  std::size_t at = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::string_view line = trim(lines[i]);
    bool joins = false;
    if (i > 0) {
      const std::string_view before = trim(lines[i - 1]);
      joins = !line.empty() && before.size() * 10 >= width * 7 && !is_item(line) &&
              indent_of(lines[i]) <= indent_of(lines[i - 1]) + (is_item(before) ? 4 : 0);
      out.text.push_back(joins ? ' ' : '\n');
      at += joins ? 0 : 1;
    }
    out.text.append(line);
    out.line_of.push_back(at);
  }
  return out;
}

}  // namespace news
