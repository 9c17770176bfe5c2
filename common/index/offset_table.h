#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "common/index/framed_file.h"

namespace news {

/// Where each of many items of a file begins, in 4 bytes an item and 8 more for every 64.
/// Collected while the items are written, then written after them.
class OffsetTableWriter {
 public:
  /// The next item begins at `offset`; offsets never decrease.
  void add(std::uint64_t offset) { offsets_.push_back(offset); }
  /// Number of items so far.
  std::uint64_t size() const { return offsets_.size(); }
  /// Writes the table; `end` is the offset after the last item. Throws Error{Bug} when 64 items
  /// span 4 GiB or more.
  void write(FramedWriter& out, std::uint64_t end) const;

 private:
  std::vector<std::uint64_t> offsets_;
};

/// Reads such a table in place. Borrows the file.
class OffsetTable {
 public:
  OffsetTable() = default;
  /// The table of `count` items stands at `offset`.
  OffsetTable(const FramedFile& file, std::uint64_t offset, std::uint64_t count);

  std::uint64_t size() const { return count_; }
  /// The bytes of item `i`; throws Error{Index} when there is no such item or the file is damaged.
  std::string_view item(std::uint64_t i) const;
  /// Has the processor fetch the entry of item `i`, if there is one.
  void prefetch(std::uint64_t i) const;

 private:
  /// Offset of the group of item `i` in the file.
  std::uint64_t group_of(std::uint64_t i) const;

  const FramedFile* file_ = nullptr;
  std::uint64_t offset_ = 0;
  std::uint64_t count_ = 0;
};

}  // namespace news
