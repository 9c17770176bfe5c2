#pragma once

#include <filesystem>

#include "indexer/pipeline/build_options.h"

namespace news {

/// Builds a fresh index of the corpus at `index`. An index that is already there stays as it is
/// until the new one is whole, then gives way in one rename. Throws Error; nothing is changed then.
BuildSummary build_index(const std::filesystem::path& index, const BuildOptions& options);

/// What to say when a corpus has no article in it.
std::string nothing_found(const std::vector<std::string>& corpus, std::uint64_t rejected);

}  // namespace news
