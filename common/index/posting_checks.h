#pragma once

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string_view>

#include "common/index/framed_file.h"

namespace news {

/// Writes the file `posting-checks`: a 32-bit checksum for each block of the posting table that
/// stands in `postings`. Xapian's format has none of its own. Throws Error{Io}.
void write_posting_checks(const std::filesystem::path& postings,
                          const std::filesystem::path& path);

/// The checksums of the blocks of a posting table, compared when a block is first read. Many
/// threads.
class PostingChecks {
 public:
  /// For a table of `blocks` blocks. Throws Error{Index}.
  PostingChecks(const std::filesystem::path& path, std::uint32_t blocks);

  /// True when the block is as it was written. Throws Error{Index} when the checksums themselves
  /// are damaged.
  bool is_whole(std::uint32_t number, std::string_view block) const {
    const std::uint64_t bit = std::uint64_t{1} << (number % 64);
    return (whole_[number / 64].load(std::memory_order_relaxed) & bit) != 0 ||
           compare(number, block);
  }
  /// Checks every page of the file. Throws Error{Index} at the first damaged one.
  void verify() const { file_.verify(); }

 private:
  bool compare(std::uint32_t number, std::string_view block) const;

  FramedFile file_;
  /// One bit a block: already found whole.
  mutable std::unique_ptr<std::atomic<std::uint64_t>[]> whole_;
};

}  // namespace news
