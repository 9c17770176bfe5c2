#include <zstd.h>

#include <vector>

#include "common/base/error.h"
#include "indexer/source/decompress.h"

namespace news {
namespace {

struct FreeContext {
  void operator()(ZSTD_DCtx* context) const { ZSTD_freeDCtx(context); }
};

class ZstdStream : public ByteStream {
 public:
  ZstdStream(ByteStream& compressed, std::string name)
      : compressed_(compressed),
        name_(std::move(name)),
        input_(ZSTD_DStreamInSize()),
        context_(ZSTD_createDCtx()) {
    if (!context_) throw Error(ErrorKind::Io, "zstd has no memory");
  }

  std::size_t read(char* buffer, std::size_t size) override {
    ZSTD_outBuffer out{buffer, size, 0};
    while (out.pos == 0 && !done_ && fault_.empty()) step(out);
    if (out.pos == 0 && !fault_.empty()) throw Error(ErrorKind::Io, "'" + name_ + "': " + fault_);
    return out.pos;
  }

 private:
  void step(ZSTD_outBuffer& out) {
    // A full output buffer can leave content inside the context, so an empty input isn't the end
    // as long as the last call filled its output.
    if (in_.pos == in_.size && !flushing_) {
      in_ = {input_.data(), compressed_.read(input_.data(), input_.size()), 0};
      if (in_.size == 0) {
        done_ = true;
        if (in_frame_) fault_ = "zstd data is cut off";
        return;
      }
    }
    const std::size_t result = ZSTD_decompressStream(context_.get(), &out, &in_);
    if (ZSTD_isError(result)) {
      fault_ = std::string("zstd data is broken: ") + ZSTD_getErrorName(result);
      return;
    }
    in_frame_ = result != 0;
    flushing_ = in_frame_ && out.pos == out.size;
  }

  ByteStream& compressed_;
  std::string name_;
  std::vector<char> input_;
  std::unique_ptr<ZSTD_DCtx, FreeContext> context_;
  ZSTD_inBuffer in_{nullptr, 0, 0};
  bool in_frame_ = false;
  bool flushing_ = false;
  bool done_ = false;
  std::string fault_;
};

}  // namespace

bool is_zstd(std::string_view bytes) {
  if (bytes.substr(0, 4) == "\x28\xb5\x2f\xfd") return true;
  return bytes.size() >= 4 && (bytes[0] & 0xf0) == 0x50 && bytes.substr(1, 3) == "\x2a\x4d\x18";
}

std::unique_ptr<ByteStream> unzstd(ByteStream& compressed, std::string name) {
  return std::make_unique<ZstdStream>(compressed, std::move(name));
}

}  // namespace news
