#pragma once

#include <string>
#include <string_view>

namespace news {

/// The usual name of a wire service for what stands in a dateline or a credit: "REUTERS" ->
/// "Reuters", "ANI/GPRC" -> "ANI", "tca/dpa" -> "dpa". "" when it is no wire service we know.
std::string_view agency_name(std::string_view text);

/// The longest beginning of `text` that is a wire service's name, for scripts without blanks:
/// "\u65b0\u534e\u793e" of "\u65b0\u534e\u793e\u5317\u4eac...". "" when there is none.
std::string_view leading_agency(std::string_view text);

}  // namespace news
