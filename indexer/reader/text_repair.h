#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace news {

/// `bytes` as the text of an article: valid UTF-8, no byte order mark, lines ended by '\n' alone,
/// no control characters but tab and line end.
std::string clean_text(std::string_view bytes);

/// Text whose UTF-8 somebody read as Windows-1252 as it was meant: "world\u00e2\u20ac\u2122s" ->
/// "world's" with its apostrophe. Valid UTF-8 in and out; text that is whole is unchanged.
std::string repair_mojibake(std::string text);

/// How many texts `repair_mojibake` has changed on this thread so far.
std::uint64_t mojibake_repairs();

}  // namespace news
