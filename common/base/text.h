#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace news {

// Locale-free helpers. The ASCII ones leave every other byte alone, so they are safe on UTF-8.

constexpr bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_ascii_upper(char c) { return c >= 'A' && c <= 'Z'; }
constexpr bool is_ascii_lower(char c) { return c >= 'a' && c <= 'z'; }
constexpr bool is_ascii_alpha(char c) { return is_ascii_upper(c) || is_ascii_lower(c); }
constexpr bool is_ascii_alnum(char c) { return is_ascii_alpha(c) || is_ascii_digit(c); }
constexpr bool is_ascii_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
constexpr char ascii_lower(char c) { return is_ascii_upper(c) ? static_cast<char>(c + 32) : c; }

std::string ascii_lower(std::string_view text);
std::string ascii_upper(std::string_view text);
bool equals_ignoring_case(std::string_view a, std::string_view b);

/// Without white space at the ends: ASCII, U+00A0, U+200B, U+FEFF and U+3000.
std::string_view trim(std::string_view text);

/// Runs of white space (as in `trim`) become one space; none at the ends.
std::string collapse_spaces(std::string_view text);
/// The same, behind what `out` has.
void append_collapsed(std::string& out, std::string_view text);

/// How often `part`, which is not empty, stands in `text`, one behind the other.
std::size_t count_in(std::string_view text, std::string_view part);

/// The pieces between `separator`, empty ones included; views into `text`.
std::vector<std::string_view> split(std::string_view text, char separator);

std::string join(const std::vector<std::string>& parts, std::string_view separator);

/// True when `text` is well-formed UTF-8 (no surrogates, no overlong forms).
bool is_valid_utf8(std::string_view text);

/// Reads one code point off `text` at `position` and moves past it. `text` is valid UTF-8 and
/// `position` is at the start of a code point inside it; on other bytes U+FFFD and one byte.
char32_t next_code_point(std::string_view text, std::size_t& position);

void append_utf8(std::string& out, char32_t code_point);

/// True when at `position` of valid UTF-8 stands the sign of a Hebrew acronym: U+05F4 or, as it is
/// mostly typed, ", between two Hebrew letters.
bool is_gershayim(std::string_view text, std::size_t position);

/// Well-formed UTF-8 whatever comes in: each ill-formed byte is read as Windows-1252, which is what
/// old news feeds mean by it. `repaired`, when given, counts those bytes. U+0000 is dropped.
std::string to_valid_utf8(std::string_view bytes, std::size_t* repaired = nullptr);

/// Number of code points in valid UTF-8.
std::size_t count_code_points(std::string_view text);

/// The longest prefix of at most `max_bytes` that ends at a code point.
std::string_view utf8_prefix(std::string_view text, std::size_t max_bytes);

/// The code points of valid UTF-8.
std::u32string code_points_of(std::string_view text);

/// Optimal string alignment distance, for "did you mean": letters put in, left out, replaced or
/// swapped with their neighbour. Code points; both texts are short.
std::size_t edit_distance(std::u32string_view a, std::u32string_view b);
std::size_t edit_distance(std::string_view a, std::string_view b);

/// The candidate nearest to `name`, or "" when none is near enough to suggest.
std::string_view nearest_name(std::string_view name,
                              const std::vector<std::string_view>& candidates);

}  // namespace news
