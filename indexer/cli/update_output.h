#pragma once

#include <string>

#include "indexer/pipeline/update.h"

namespace news {

/// The summary of an update as JSON; `command` is its name.
std::string update_json(const UpdateSummary& summary, const std::string& command,
                        const std::string& index);

/// The line that says what the index is after an update.
std::string update_state(const UpdateSummary& summary, const std::string& index);

/// "1 article", "2 articles".
std::string count_of(std::uint64_t number, const std::string& thing);

}  // namespace news
