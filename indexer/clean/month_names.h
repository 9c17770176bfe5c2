#pragma once

#include <string_view>

namespace news {

/// 1 to 12 for the name of a month or a usual short form of it in the languages of a news corpus,
/// in any case and with or without accents; 101 to 112 for those of Iran's solar calendar; 0 for
/// anything else.
int month_number(std::string_view word);

}  // namespace news
