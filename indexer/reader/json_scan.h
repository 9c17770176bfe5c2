#pragma once

#include <string>
#include <string_view>

namespace news {

/// The first value of `key` in something that was meant to be JSON: a string up to the quote that
/// looks like its end, or bare words up to the end of the line or the next key. "" if there is
/// none, or when the value is an object or an array that holds no "name".
std::string scan_json_value(std::string_view json, std::string_view key);

}  // namespace news
