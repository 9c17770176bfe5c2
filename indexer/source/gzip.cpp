#include <zlib.h>

#include <vector>

#include "common/base/error.h"
#include "indexer/source/decompress.h"

namespace news {
namespace {

constexpr std::size_t kInputBytes = 128u << 10;
constexpr int kGzipOnly = 15 + 16;  // largest window; 16 asks zlib for the gzip wrapper

class GzipStream : public ByteStream {
 public:
  GzipStream(ByteStream& compressed, std::string name)
      : compressed_(compressed), name_(std::move(name)), input_(kInputBytes) {
    if (inflateInit2(&zlib_, kGzipOnly) != Z_OK) throw Error(ErrorKind::Io, "zlib has no memory");
  }
  GzipStream(const GzipStream&) = delete;
  GzipStream& operator=(const GzipStream&) = delete;
  ~GzipStream() override { inflateEnd(&zlib_); }

  std::size_t read(char* buffer, std::size_t size) override {
    zlib_.next_out = reinterpret_cast<Bytef*>(buffer);
    zlib_.avail_out = static_cast<uInt>(std::min<std::size_t>(size, 1u << 30));
    const uInt room = zlib_.avail_out;
    while (zlib_.avail_out == room && !done_ && fault_.empty()) step();
    const std::size_t produced = room - zlib_.avail_out;
    if (produced == 0 && !fault_.empty()) throw Error(ErrorKind::Io, "'" + name_ + "': " + fault_);
    return produced;
  }

  /// To the next member, found by the three bytes that each begins with.
  bool resume() override {
    if (fault_.empty() || done_) return false;
    static Bytef magic[] = {0x1f, 0x8b, 0x08};
    for (std::size_t matched = 0; zlib_.avail_in > 0 || refill();) {
      const Bytef byte = *zlib_.next_in++;
      --zlib_.avail_in;
      matched = byte == magic[matched] ? matched + 1 : (byte == magic[0] ? 1 : 0);
      if (matched != sizeof magic) continue;
      enter_member(magic, sizeof magic);
      return true;
    }
    done_ = true;
    return false;
  }

 private:
  /// Starts a member whose first bytes have been taken off the input already.
  void enter_member(Bytef* begin, uInt size) {
    inflateReset(&zlib_);
    Bytef none = 0;
    Bytef* const input = zlib_.next_in;
    const uInt left = zlib_.avail_in;
    zlib_.next_in = begin;
    zlib_.avail_in = size;
    zlib_.next_out = &none;
    zlib_.avail_out = 0;
    inflate(&zlib_, Z_NO_FLUSH);
    zlib_.next_in = input;
    zlib_.avail_in = left;
    fault_.clear();
    in_member_ = true;
  }

  bool refill() {
    zlib_.next_in = reinterpret_cast<Bytef*>(input_.data());
    zlib_.avail_in = static_cast<uInt>(compressed_.read(input_.data(), input_.size()));
    return zlib_.avail_in != 0;
  }

  void step() {
    if (zlib_.avail_in == 0 && !refill()) {
      done_ = true;
      if (in_member_) fault_ = "gzip data is cut off";
      return;
    }
    if (!in_member_ && !start_member()) return;
    const int result = inflate(&zlib_, Z_NO_FLUSH);
    if (result == Z_STREAM_END) {
      in_member_ = false;
      inflateReset(&zlib_);
    } else if (result != Z_OK && result != Z_BUF_ERROR) {
      fault_ = std::string("gzip data is broken: ") + (zlib_.msg ? zlib_.msg : zError(result));
    }
  }

  /// False when there is only padding, or something that is no gzip.
  bool start_member() {
    while (zlib_.avail_in > 0 && *zlib_.next_in == 0 && !first_) {
      ++zlib_.next_in;
      --zlib_.avail_in;
    }
    if (zlib_.avail_in == 0) return false;
    if (!first_ && *zlib_.next_in != 0x1f) {
      fault_ = "gzip data is followed by something else";
      return false;
    }
    in_member_ = true;
    first_ = false;
    return true;
  }

  ByteStream& compressed_;
  std::string name_;
  std::vector<char> input_;
  z_stream zlib_{};
  bool first_ = true;
  bool in_member_ = false;
  bool done_ = false;
  std::string fault_;
};

}  // namespace

bool is_gzip(std::string_view bytes) { return bytes.substr(0, 3) == "\x1f\x8b\x08"; }

std::unique_ptr<ByteStream> gunzip(ByteStream& compressed, std::string name) {
  return std::make_unique<GzipStream>(compressed, std::move(name));
}

}  // namespace news
