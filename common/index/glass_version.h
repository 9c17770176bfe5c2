#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "common/base/varint.h"
#include "common/index/glass_key.h"

namespace news {

// What stands in Xapian's smaller file, `iamglass`, and is written and expected alike.

/// Xapian's magic and the format's version, a date: 14 March 2016, that of Xapian 1.3.5 to 2.1.
inline constexpr std::string_view kGlassVersionHead = "\x0f\x0dXapian Glass\x04\x6e";

/// The revision all our blocks and the version file carry: that of a first commit.
inline constexpr std::uint32_t kGlassRevision = 1;

// What is said of a table: below `kGlassLevelShift` bits flags, above them its levels.
inline constexpr std::uint32_t kGlassRootIsFake = 1;
inline constexpr std::uint32_t kGlassSequential = 2;
inline constexpr unsigned kGlassLevelShift = 2;
/// Sizes of blocks are counted in these.
inline constexpr std::uint32_t kGlassSizeUnit = 2048;

/// The list of free blocks of a table of so many blocks: there are none.
inline std::string glass_free_list(std::uint32_t blocks) {
  std::string list;
  put_varint(list, kGlassRevision);
  put_varint(list, blocks);                         // the first block beyond the end
  for (int i = 0; i < 4; ++i) put_varint(list, 0);  // begin and end of an empty list
  return list;
}

}  // namespace news
