#pragma once

#include <string>
#include <string_view>

namespace news {

/// The name of the encoding that a page declares in its first 4 KiB, in lower case:
/// "windows-1252". "" if it declares none.
std::string declared_charset(std::string_view html);

/// True for an encoding, named in lower case, that `html_to_utf8` converts.
bool is_known_charset(std::string_view charset);

/// True for one that is neither UTF-8 nor Windows-1252 or a part of it.
bool is_other_charset(std::string_view charset);

/// A page as clean text in UTF-8. Bytes that are UTF-8 stay whatever the page says; else `charset`,
/// or without one the declared encoding, is used as far as the C library knows it, and what is left
/// over is read as Windows-1252.
std::string html_to_utf8(std::string_view html, std::string_view charset = {});

}  // namespace news
