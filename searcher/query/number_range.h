#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string_view>

namespace news {

/// Whole numbers from `least` to `most`, both in. Empty when least > most.
struct NumberRange {
  std::uint64_t least = 0;
  std::uint64_t most = std::numeric_limits<std::uint64_t>::max();
};

/// Reads 500, >500, >=500, <500, <=500, 100..500, 100.. and ..500. Nothing for other text and for
/// numbers over 10^15.
std::optional<NumberRange> parse_number_range(std::string_view text);

}  // namespace news
