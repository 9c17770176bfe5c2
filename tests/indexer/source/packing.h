#pragma once

#include <zlib.h>
#include <zstd.h>

#include <string>
#include <string_view>

namespace news {

/// `text` as one gzip member.
inline std::string gzip_member(std::string_view text) {
  z_stream zlib{};
  deflateInit2(&zlib, Z_BEST_SPEED, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
  std::string out(deflateBound(&zlib, text.size()), '\0');
  zlib.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
  zlib.avail_in = static_cast<uInt>(text.size());
  zlib.next_out = reinterpret_cast<Bytef*>(out.data());
  zlib.avail_out = static_cast<uInt>(out.size());
  deflate(&zlib, Z_FINISH);
  out.resize(zlib.total_out);
  deflateEnd(&zlib);
  return out;
}

/// `text` as one zstd frame.
inline std::string zstd_frame(std::string_view text) {
  std::string out(ZSTD_compressBound(text.size()), '\0');
  out.resize(ZSTD_compress(out.data(), out.size(), text.data(), text.size(), 1));
  return out;
}

/// Text that doesn't compress to nothing.
inline std::string mixed_text(std::size_t size) {
  std::string text;
  unsigned state = 1;
  while (text.size() < size) {
    state = state * 1664525u + 1013904223u;
    text += std::to_string(state);
    text += state % 7 == 0 ? '\n' : ' ';
  }
  text.resize(size);
  return text;
}

}  // namespace news
