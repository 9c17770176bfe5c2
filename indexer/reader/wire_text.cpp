#include "indexer/reader/wire_text.h"

#include "common/base/text.h"

namespace news {
namespace {

// Wire lines break at 60 to 65 columns. A line that ends before this one was ended on purpose: the
// next word would have fitted.
constexpr std::size_t kWrapColumn = 45;

constexpr std::size_t kLongestSignOff = 16;  // "REUTERS 11:43/VB"

std::size_t indentation(std::string_view line) {
  const std::size_t first = line.find_first_not_of(" \t");
  return first == std::string_view::npos ? line.size() : first;
}

/// Columns of a table are set off by runs of blanks or dots.
bool is_table_row(std::string_view line) {
  line = trim(line);
  return line.find("   ") != std::string_view::npos || line.find("....") != std::string_view::npos;
}

}  // namespace

std::string join_wrapped_lines(const std::vector<std::string_view>& lines,
                               std::size_t first_column) {
  std::string text;
  std::size_t column = 0;  // where the line before ended; 0 when nothing may be joined to it
  bool first = true;
  for (const std::string_view line : lines) {
    const std::string_view content = trim(line);
    const bool row = is_table_row(line);
    const bool joins = column >= kWrapColumn && indentation(line) == 0 && !row;
    if (!content.empty()) {
      if (!text.empty()) text += joins ? ' ' : '\n';
      // Blanks align the columns of a table; in prose they mean nothing.
      const bool plain = row || content.find("  ") == std::string_view::npos;
      text += plain ? std::string(content) : collapse_spaces(content);
    }
    column = row || content.empty() ? 0 : line.size() + (first ? first_column : 0);
    if (!content.empty()) first = false;
  }
  return text;
}

std::string_view without_sign_off(std::string_view line) {
  const std::string_view text = trim(line);
  if (text == "More" || text == "MORE" || text == "more") return {};
  // The last word, spelt as it comes ("REUTE"), with dots, a time or initials behind it.
  std::size_t at = text.rfind("REUT");
  if (at == std::string_view::npos) at = text.rfind("Reut");
  if (at == std::string_view::npos) at = text.rfind("reut");
  if (at == std::string_view::npos || text.size() - at > kLongestSignOff) return line;
  const std::string_view before = trim(text.substr(0, at));
  if (before.empty()) return {};
  // Behind text it is a sign-off in capitals ("..at 18.4. REUTER") or after the end of a sentence;
  // "he told Reuters." is text, and so is "<REUT>".
  const char last = before.back();
  const bool ended = last == '.' || last == '"' || last == ')';
  const bool capitals = text.substr(at, 6) == "REUTER";
  return is_ascii_space(text[at - 1]) && (ended || capitals) ? before : line;
}

}  // namespace news
