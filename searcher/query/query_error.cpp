#include "searcher/query/query_error.h"

#include <algorithm>

#include "common/base/terminal_text.h"
#include "common/base/text.h"

namespace news {
namespace {

// Enough to see the place on an 80-column terminal with the indent and both ellipses.
constexpr std::size_t kColumnsBefore = 36;
constexpr std::size_t kColumnsAfter = 36;

/// One code point as it is shown: what a terminal would act on becomes a blank, so that the caret
/// stays under its place.
std::string shown(std::string_view text, std::size_t& position) {
  const std::size_t start = position;
  next_code_point(text, position);
  const std::string safe = terminal_safe(text.substr(start, position - start));
  return safe.empty() ? " " : safe;
}

/// The end of `text`, at most `columns` wide.
std::string last_columns(std::string_view text, std::size_t columns) {
  std::size_t begin = text.size();
  std::size_t width = 0;
  while (begin > 0 && width < columns) {
    do --begin;
    while (begin > 0 && (text[begin] & 0xc0) == 0x80);
    std::size_t position = begin;
    width += display_width(shown(text, position));
  }
  std::string out = begin > 0 ? "..." : "";
  for (std::size_t i = begin; i < text.size();) out += shown(text, i);
  return out;
}

/// The start of `text`, at most `columns` wide.
std::string first_columns(std::string_view text, std::size_t columns) {
  std::string out;
  std::size_t width = 0;
  std::size_t i = 0;
  while (i < text.size() && width < columns) {
    const std::string next = shown(text, i);
    width += display_width(next);
    out += next;
  }
  if (i < text.size()) out += "...";
  return out;
}

}  // namespace

Error query_error(std::string_view query, std::size_t begin, std::size_t end,
                  const std::string& message) {
  const std::string before = last_columns(query.substr(0, begin), kColumnsBefore);
  const std::string after = first_columns(query.substr(begin), kColumnsAfter);
  const std::string place = first_columns(query.substr(begin, end - begin), kColumnsAfter);
  std::string caret(display_width(before), ' ');
  caret += '^';
  caret.append(std::max<std::size_t>(display_width(place), 1) - 1, '~');
  return Error(ErrorKind::Query, message + "\n  " + before + after + "\n  " + caret);
}

Error at_place(const Error& error, std::string_view query, std::size_t begin, std::size_t end) {
  const std::string message = error.what();
  const bool has_place = message.find('\n') != std::string::npos;
  if (error.kind() != ErrorKind::Query || query.empty() || end > query.size() || has_place) {
    return error;
  }
  return query_error(query, begin, end, message);
}

}  // namespace news
