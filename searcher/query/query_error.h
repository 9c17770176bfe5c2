#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "common/base/error.h"

namespace news {

/// An Error{Query} with a line of the query below `message` and a caret under the place: bytes
/// [begin, end) of `query`. Of a long query only the part around the place is shown.
Error query_error(std::string_view query, std::size_t begin, std::size_t end,
                  const std::string& message);

}  // namespace news
