#include "indexer/clean/url_date.h"

#include "common/base/text.h"

namespace news {
namespace {

constexpr int kFirstYear = 1990;  // no paper had a page before
constexpr int kLastYear = 2099;

/// The number of exactly `digits` figures at `position`, which moves past it; -1 when not there.
int number_at(std::string_view text, std::size_t& position, std::size_t digits) {
  int value = 0;
  for (std::size_t i = 0; i < digits; ++i) {
    if (position + i >= text.size() || !is_ascii_digit(text[position + i])) return -1;
    value = value * 10 + (text[position + i] - '0');
  }
  position += digits;
  return value;
}

/// One sign that may part the pieces: '/', '-', '_'; the same between all of them, or none.
std::optional<CivilTime> day_at(std::string_view path, std::size_t position) {
  CivilTime day;
  day.year = number_at(path, position, 4);
  if (day.year < kFirstYear || day.year > kLastYear || position >= path.size()) return std::nullopt;
  const char sign = path[position];
  const bool has_sign = sign == '/' || sign == '-' || sign == '_';
  if (has_sign) ++position;
  day.month = number_at(path, position, 2);
  if (has_sign && (position >= path.size() || path[position++] != sign)) return std::nullopt;
  day.day = number_at(path, position, 2);
  if (position < path.size() && is_ascii_digit(path[position])) return std::nullopt;
  if (!is_valid(day)) return std::nullopt;
  return day;
}

}  // namespace

std::optional<CivilTime> day_in_address(std::string_view address) {
  const std::size_t scheme = address.find("://");
  if (scheme != std::string_view::npos) address.remove_prefix(scheme + 3);
  const std::size_t slash = address.find('/');
  if (slash == std::string_view::npos) return std::nullopt;
  const std::string_view path = address.substr(slash, address.find_first_of("?#") - slash);
  std::optional<CivilTime> found;
  for (std::size_t i = 0; i + 8 < path.size(); ++i) {
    // Figures inside a longer number, or behind a letter, are no day.
    const bool opens = path[i] == '/' || path[i] == '-' || path[i] == '_';
    if (!opens) continue;
    const auto day = day_at(path, i + 1);
    if (!day) continue;
    if (found && to_unix(*found) != to_unix(*day)) return std::nullopt;
    found = day;
  }
  return found;
}

}  // namespace news
