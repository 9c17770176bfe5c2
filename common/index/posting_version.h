#pragma once

#include <cstdint>
#include <filesystem>

namespace news {

/// Where the posting table of a segment is entered, and how many articles it is about.
struct PostingVersion {
  std::uint32_t root = 0;    ///< number of a block
  unsigned levels = 0;       ///< above the leaves
  std::uint64_t articles = 0;
};

/// Reads Xapian's smaller file, `iamglass`, of a folder of postings whose table has so many blocks.
/// Xapian reads it too, and believes it: so whatever isn't as `make_glass_writer` writes it, tables
/// beside that of the postings included, is an Error{Index}.
PostingVersion read_posting_version(const std::filesystem::path& postings, std::uint32_t blocks);

}  // namespace news
