#pragma once

#include <string>
#include <string_view>

namespace news {

/// The largest beginning of an entry that detection sees, in bytes.
inline constexpr std::size_t kSniffBytes = 64u << 10;

/// True when `bytes`, the beginning of a file, are text in UTF-8 or nearly so: something to read,
/// no NUL, next to no control characters, few ill-formed bytes.
bool is_text(std::string_view bytes);

/// What a text is that can't be read as a page though no reader claims it: XML of an unknown kind,
/// a message. "" for any other.
std::string not_a_page(std::string_view bytes);

/// Why a file that begins with `bytes` is of no known format, for a rejection: "a PDF file, ...".
std::string unknown_shape(std::string_view bytes);

/// `bytes` without a byte order mark and white space at the front.
std::string_view skip_bom_and_space(std::string_view bytes);

}  // namespace news
