#pragma once

#include <string>
#include <string_view>

namespace news {

/// The usual name of a wire service for what stands in a dateline or a credit: "REUTERS" ->
/// "Reuters", "ANI/GPRC" -> "ANI", "dpa/lno" -> "dpa". "" when it is no wire service we know.
std::string_view agency_name(std::string_view text);

}  // namespace news
