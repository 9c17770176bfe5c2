#pragma once

#include <cstdint>
#include <string>

#include "common/base/error.h"
#include "indexer/source/byte_stream.h"

namespace news {

/// Archives within archives are opened to this depth.
inline constexpr int kMaxArchiveDepth = 3;
/// Compressions one around the other, those of archives and their members together.
inline constexpr int kMaxPackings = 6;
/// A file may expand to so many times its size, all layers added up...
inline constexpr std::uint64_t kMaxExpansionRatio = 500;
/// ...which isn't asked below this many bytes...
inline constexpr std::uint64_t kFreeExpansionBytes = 64u << 20;
/// ...and to so many bytes in all.
inline constexpr std::uint64_t kMaxExpandedBytes = std::uint64_t{1} << 40;

/// Counts what one file of the corpus expands to, over all its layers: a decompression bomb ends
/// here. One thread.
class ExpansionMeter {
 public:
  void add_packed(std::uint64_t bytes) { packed_ += bytes; }
  void add_expanded(std::uint64_t bytes) { expanded_ += bytes; }
  bool is_over() const {
    if (expanded_ > kMaxExpandedBytes) return true;
    return expanded_ > kFreeExpansionBytes && expanded_ / kMaxExpansionRatio > packed_;
  }

 private:
  std::uint64_t packed_ = 0;
  std::uint64_t expanded_ = 0;
};

/// Passes a stream on and counts its bytes: those of the file itself, or those of something
/// unpacked, which throw Error{Io} once they are too many. Borrows both.
class MeteredStream : public ByteStream {
 public:
  enum class Side { Packed, Expanded };

  MeteredStream(ByteStream& stream, ExpansionMeter& meter, Side side)
      : stream_(stream), meter_(meter), side_(side) {}

  std::size_t read(char* buffer, std::size_t size) override {
    const std::size_t n = stream_.read(buffer, size);
    if (side_ == Side::Packed) {
      meter_.add_packed(n);
      return n;
    }
    meter_.add_expanded(n);
    if (meter_.is_over()) throw Error(ErrorKind::Io, too_large());
    return n;
  }
  bool resume() override { return !meter_.is_over() && stream_.resume(); }
  std::int64_t seek(std::int64_t offset, int whence) override {
    return stream_.seek(offset, whence);
  }

  static std::string too_large() {
    return "expands to more than " + std::to_string(kMaxExpansionRatio) +
           " times its size, or 1 TiB: a decompression bomb?";
  }

 private:
  ByteStream& stream_;
  ExpansionMeter& meter_;
  Side side_;
};

}  // namespace news
