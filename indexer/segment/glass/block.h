#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "common/index/glass_key.h"

namespace news {

/// Writes `value` as 2 bytes, most significant first, and returns the byte after them.
inline char* put_big16(char* out, std::uint32_t value) {
  out[0] = static_cast<char>(value >> 8);
  out[1] = static_cast<char>(value);
  return out + 2;
}

/// Writes `value` as 4 bytes, most significant first, and returns the byte after them.
inline char* put_big32(char* out, std::uint32_t value) {
  return put_big16(put_big16(out, value >> 16), value);
}

/// One block of a glass table under construction. A header and a directory of item offsets grow
/// from the front, the items themselves from the back. Items are appended in key order. One thread.
class GlassBlock {
 public:
  /// Bytes a directory entry takes, on top of its item.
  static constexpr std::size_t kDirectoryEntryBytes = 2;
  static constexpr std::size_t kHeaderBytes = 11;

  bool empty() const { return directory_end_ == kHeaderBytes; }
  /// True when an item of this size still fits.
  bool fits(std::size_t item_bytes) const { return item_bytes <= room(); }
  /// Size of the largest item that still fits.
  std::size_t room() const {
    const std::size_t gap = items_begin_ - directory_end_;
    return gap < kDirectoryEntryBytes ? 0 : gap - kDirectoryEntryBytes;
  }
  /// Adds an item that fits and returns where its bytes go.
  char* append(std::size_t item_bytes);
  /// Completes the block as one of `level` levels above the leaves. Good until the next call.
  std::string_view seal(unsigned level);
  /// Forgets all items.
  void clear();

 private:
  std::array<char, kGlassBlockBytes> bytes_{};
  std::size_t directory_end_ = kHeaderBytes;
  std::size_t items_begin_ = kGlassBlockBytes;
};

}  // namespace news
