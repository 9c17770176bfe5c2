#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/file.h"
#include "indexer/segment/glass/block.h"

namespace news {

/// Where a reader enters a finished table, and what it may rely on.
struct GlassTableRoot {
  std::uint32_t block = 0;    ///< number of the root block
  unsigned level = 0;         ///< levels above the leaves
  std::uint64_t entries = 0;  ///< keys
  std::uint32_t blocks = 0;   ///< blocks in the file, all in use
  std::uint64_t digest = 0;   ///< hash of the whole content; not part of the format
};

/// Writes one glass table, a B-tree of keys with a tag (value) each, in one pass: keys arrive in
/// ascending byte order, leaves are filled to the brim, and every block is written once, as soon as
/// it is full. Memory: one block a level. One thread. Throws Error{Io}.
class GlassTableWriter {
 public:
  explicit GlassTableWriter(const std::filesystem::path& path);

  /// `key` has 1 to 255 bytes, else Error{Bug}, and is greater than the one before. A tag is split
  /// over several items where one can't hold it or the rest of a block would go to waste.
  void add(std::string_view key, std::string_view tag);
  /// Writes what is left, the root last, and syncs the file.
  GlassTableRoot finish();

 private:
  /// A key cut as short as tells two leaves apart, and the part of its tag.
  struct Separator {
    std::string key;
    std::uint32_t component = 0;
  };
  struct Level {
    GlassBlock block;
    Separator first;  ///< what separates this block from the one before it
  };

  void add_item(std::string_view key, std::uint32_t component, std::string_view part, bool last);
  void start_leaf(std::string_view key, std::uint32_t component);
  void add_child(unsigned level, const Separator& separator, std::uint32_t child);
  void close_block(unsigned level);
  std::uint32_t write_block(unsigned level);

  FileWriter file_;
  std::vector<std::unique_ptr<Level>> levels_;  ///< leaves first, root last
  std::string last_key_;
  GlassTableRoot root_;
};

}  // namespace news
