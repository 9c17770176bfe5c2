#include "searcher/query/number_range.h"

#include <charconv>

namespace news {
namespace {

constexpr std::uint64_t kMaxNumber = 1'000'000'000'000'000;

bool take(std::string_view& text, std::string_view sign) {
  if (text.substr(0, sign.size()) != sign) return false;
  text.remove_prefix(sign.size());
  return true;
}

std::optional<std::uint64_t> parse_number(std::string_view text) {
  std::uint64_t value = 0;
  const char* end = text.data() + text.size();
  const auto result = std::from_chars(text.data(), end, value);
  if (result.ec != std::errc() || result.ptr != end || value > kMaxNumber) return std::nullopt;
  return value;
}

std::optional<NumberRange> parse_interval(std::string_view from, std::string_view to) {
  NumberRange range;
  if (from.empty() && to.empty()) return std::nullopt;
  if (!from.empty()) {
    const auto least = parse_number(from);
    if (!least) return std::nullopt;
    range.least = *least;
  }
  if (!to.empty()) {
    const auto most = parse_number(to);
    if (!most || *most < range.least) return std::nullopt;
    range.most = *most;
  }
  return range;
}

}  // namespace

std::optional<NumberRange> parse_number_range(std::string_view text) {
  const std::size_t dots = text.find("..");
  if (dots != std::string_view::npos) {
    return parse_interval(text.substr(0, dots), text.substr(dots + 2));
  }
  const bool more = take(text, ">");
  const bool less = !more && take(text, "<");
  const bool or_equal = (more || less) && take(text, "=");
  const auto value = parse_number(text);
  if (!value) return std::nullopt;
  NumberRange range;
  if (more) {
    range.least = or_equal ? *value : *value + 1;
  } else if (less) {
    if (*value == 0 && !or_equal) return NumberRange{1, 0};
    range.most = or_equal ? *value : *value - 1;
  } else {
    range = {*value, *value};
  }
  return range;
}

}  // namespace news
