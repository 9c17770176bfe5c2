#pragma once

#include <string>
#include <string_view>

namespace news {

/// `json` with the faults mended that sloppy programs put into otherwise good JSON: ill-formed
/// UTF-8, bare control characters in strings, halves of surrogate pairs (\ud83d alone), NaN and
/// Infinity, whole numbers too large for 64 bits (which become strings). Anything else stays.
std::string repair_json(std::string_view json);

}  // namespace news
