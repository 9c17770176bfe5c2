#pragma once

#include <string>
#include <string_view>

namespace news {

/// True when `with_ascii_digits` might change something: a cheap test that most lines fail.
bool may_have_other_digits(std::string_view line);

/// A line with the digits of every script as ASCII, full-width signs of dates and clocks as their
/// narrow ones, and Chinese numerals before a year, month or day as figures: "二〇二六年二月四日"
/// -> "2026年2月4日". Other text is unchanged.
std::string with_ascii_digits(std::string_view line);

}  // namespace news
