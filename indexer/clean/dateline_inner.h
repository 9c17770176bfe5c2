#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "indexer/clean/dateline.h"

namespace news {

/// A dateline behind the first words of a story, which some papers put before it as a summary:
/// "Port opens again. Lima - Ships move." Only a known city with a dash counts. `begin` is the
/// place of the dateline, in bytes.
struct InnerDateline {
  std::size_t begin = 0;
  ReadDateline read;
};
std::optional<InnerDateline> find_inner_dateline(std::string_view text);

}  // namespace news
