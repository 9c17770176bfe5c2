#pragma once

#include <cstdint>
#include <string>

#include "indexer/segment/glass/table_writer.h"

namespace news {

/// What a glass database knows about itself as a whole.
struct GlassStatistics {
  std::uint32_t articles = 0;      ///< numbered from 1 without gaps
  std::uint32_t shortest = 0;      ///< smallest document length that is not 0; 0 if there is none
  std::uint32_t longest = 0;       ///< greatest document length
  std::uint32_t greatest_wdf = 0;  ///< of any term in any article
  std::uint64_t total_length = 0;  ///< sum of the document lengths
};

/// The content of `iamglass`: the file that makes a folder a glass database and says where the
/// posting table is entered. All other tables are declared empty; they need no file. The database's
/// UUID is made from the content, so that equal databases are equal files.
std::string glass_version_file(const GlassTableRoot& postings, const GlassStatistics& statistics);

}  // namespace news
