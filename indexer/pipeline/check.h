#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "indexer/pipeline/build_options.h"

namespace news {

/// One thing that is wrong with an index.
struct Damage {
  std::string segment;  ///< its id; "" for the manifest
  std::string file;     ///< inside the segment's folder; "" when the files don't agree
  std::string what;
};

/// What a check found, and what a repair did.
struct CheckReport {
  std::uint64_t generation = 0;
  std::uint64_t segments = 0;
  std::uint64_t articles = 0;
  std::uint64_t files = 0;
  std::uint64_t bytes = 0;
  std::vector<Damage> damages;
  std::uint64_t rebuilt = 0;  ///< segments that were written anew
  std::uint64_t lost = 0;     ///< articles that couldn't be read any more
  /// Articles that were saved without what was stripped from their pages.
  std::uint64_t stripped_lost = 0;
  std::uint64_t returned = 0; ///< removed articles that are back: the list of them was damaged
};

/// Reads every byte of an index: checksums of all files, and what the files say of each article
/// against each other. Throws Error{Index} when there is no index at `path`; damage is data.
CheckReport check_index(const std::filesystem::path& path);

/// Checks, then writes damaged segments anew from their article stores, with the index's settings.
/// What can't be read is left out and counted. A damaged manifest can't be repaired. Throws Error.
CheckReport repair_index(const std::filesystem::path& path, const BuildOptions& options);

}  // namespace news
