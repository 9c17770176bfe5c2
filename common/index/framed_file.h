#pragma once

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/file.h"
#include "common/index/little_endian.h"

namespace news {

// The frame around every file of a segment but the postings:
//   0   magic, 8 bytes, names the kind of file
//   8   version (u32), page size (u32)
//   16  length of the whole file (u64)
//   24  end of the payload (u64)
//   32  payload
//       one 32-bit checksum a page of everything before it
//       one 32-bit checksum a page of those checksums
//       64-bit checksum of the second list
// A page is checked when it is first read, so a damaged byte is never taken for an answer and an
// index still opens without being read.

inline constexpr std::size_t kFrameHeaderBytes = 32;
/// What is hashed before a byte is handed out: the smaller, the sooner a fresh process answers.
inline constexpr std::size_t kFramePageBytes = 4096;

/// Writes a framed file in order. One thread. Throws Error{Io}.
class FramedWriter {
 public:
  FramedWriter(const std::filesystem::path& path, std::string_view magic, std::uint32_t version);
  void write(std::string_view bytes);
  /// Offset of the next byte in the file, which is what `FramedFile::span` takes.
  std::uint64_t offset() const { return writer_.size() + page_.size(); }
  /// Zero bytes up to a multiple of `alignment`.
  void align(std::size_t alignment);
  /// Writes checksums and header and makes the file durable.
  void finish();

 private:
  void end_page();

  FileWriter writer_;
  std::string header_;
  std::string page_;
  std::string first_page_;
  std::vector<std::uint32_t> checksums_;
};

/// A framed file, mapped. Bytes are checked against their checksum before they are handed out.
/// Reading from many threads is safe.
class FramedFile {
 public:
  /// Throws Error{Index} when it is missing, of another kind, from the future, or cut.
  FramedFile(const std::filesystem::path& path, std::string_view magic, std::uint32_t version);

  /// First byte of the payload, and the one after its last.
  std::uint64_t begin() const { return kFrameHeaderBytes; }
  std::uint64_t end() const { return payload_end_; }

  /// Bytes [offset, offset + length) of the file, inside the payload. Throws Error{Index} when the
  /// range is outside or the bytes are damaged. The view lives as long as the object.
  std::string_view span(std::uint64_t offset, std::uint64_t length) const {
    if (offset < kFrameHeaderBytes || offset > payload_end_ || length > payload_end_ - offset) {
      points_outside();
    }
    if (length > 0) check_pages(offset / kFramePageBytes, (offset + length - 1) / kFramePageBytes);
    return {bytes_.data() + offset, length};
  }

  /// Reads a little-endian number at `offset`.
  std::uint64_t u64(std::uint64_t offset) const {
    return get_u64(span(offset, sizeof(std::uint64_t)).data());
  }
  std::uint32_t u32(std::uint64_t offset) const {
    return get_u32(span(offset, sizeof(std::uint32_t)).data());
  }

  /// Has the processor fetch what is at `offset`, unchecked. Does nothing outside the file.
  void prefetch(std::uint64_t offset) const {
    if (offset < bytes_.size()) __builtin_prefetch(bytes_.data() + offset);
  }

  /// Checks every page. Throws Error{Index} at the first damaged one.
  void verify() const;

  /// An Error{Index} that names this file.
  [[noreturn]] void damaged(const std::string& what) const;

 private:
  void check_pages(std::uint64_t first, std::uint64_t last) const {
    for (std::uint64_t page = first; page <= last; ++page) {
      const std::uint64_t checked = checked_[page / 64].load(std::memory_order_relaxed);
      if ((checked >> (page % 64) & 1) == 0) check_page(page);
    }
  }
  void check_page(std::uint64_t page) const;
  [[noreturn]] void points_outside() const;
  std::string_view raw_page(std::uint64_t begin, std::uint64_t end, std::uint64_t page) const;

  std::filesystem::path path_;
  MappedFile map_;
  std::string_view bytes_;
  std::uint64_t payload_end_ = 0;
  std::uint64_t page_count_ = 0;
  std::uint64_t second_level_ = 0;  ///< offset of the second list of checksums
  std::uint64_t second_count_ = 0;
  /// One bit a page: already found whole. First the pages, then those of the first list.
  mutable std::unique_ptr<std::atomic<std::uint64_t>[]> checked_;
};

}  // namespace news
