#include "indexer/source/decompress.h"

#include "common/base/error.h"
#include "indexer/source/prefixed_stream.h"
#include "tests/catch.h"
#include "tests/indexer/source/packing.h"

namespace {

using namespace news;

/// Serves bytes in pieces of a size that ends in awkward places.
class Pieces : public ByteStream {
 public:
  Pieces(std::string bytes, std::size_t piece) : bytes_(std::move(bytes)), piece_(piece) {}
  std::size_t read(char* buffer, std::size_t size) override {
    const std::size_t n = std::min({size, piece_, bytes_.size() - at_});
    bytes_.copy(buffer, n, at_);
    at_ += n;
    return n;
  }

 private:
  std::string bytes_;
  std::size_t piece_;
  std::size_t at_ = 0;
};

using Unpacker = std::unique_ptr<ByteStream> (*)(ByteStream&, std::string);

struct Outcome {
  std::string content;
  std::string fault;
};

Outcome unpack(Unpacker unpacker, const std::string& bytes, std::size_t piece = 777) {
  Pieces input(bytes, piece);
  const auto stream = unpacker(input, "x.gz");
  Outcome outcome;
  std::string buffer(5000, '\0');
  try {
    while (const std::size_t n = stream->read(buffer.data(), buffer.size())) {
      outcome.content.append(buffer, 0, n);
    }
  } catch (const Error& error) {
    outcome.fault = error.what();
    CHECK(error.kind() == ErrorKind::Io);
    CHECK_THROWS_AS(stream->read(buffer.data(), buffer.size()), Error);
  }
  return outcome;
}

TEST_CASE("Packed data comes back whole however it is served", "[source]") {
  const std::string text = mixed_text(400000);
  const std::string half = text.substr(0, 123456);
  const std::string rest = text.substr(half.size());
  for (const std::size_t piece : {1u, 3u, 777u, 1u << 20}) {
    CHECK(unpack(gunzip, gzip_member(half) + gzip_member(rest), piece).content == text);
    CHECK(unpack(unzstd, zstd_frame(half) + zstd_frame(rest), piece).content == text);
  }
}

TEST_CASE("Cut off data gives what was there, then names the file and the fault", "[source]") {
  const std::string text = mixed_text(400000);
  const std::string gzip = gzip_member(text);
  const Outcome cut = unpack(gunzip, gzip.substr(0, gzip.size() / 2));
  CHECK(cut.content.size() > 100000);
  CHECK(cut.content == text.substr(0, cut.content.size()));
  CHECK(cut.fault == "'x.gz': gzip data is cut off");
  const std::string zstd = zstd_frame(text);
  const Outcome zcut = unpack(unzstd, zstd.substr(0, zstd.size() / 2));
  CHECK(zcut.content == text.substr(0, zcut.content.size()));
  CHECK(zcut.fault == "'x.gz': zstd data is cut off");
  // The last byte of the check sum counts as well.
  CHECK(unpack(gunzip, gzip.substr(0, gzip.size() - 1)).fault == "'x.gz': gzip data is cut off");
}

TEST_CASE("Damaged data is a fault", "[source]") {
  std::string gzip = gzip_member(mixed_text(50000));
  gzip[gzip.size() / 2] = static_cast<char>(gzip[gzip.size() / 2] ^ 0x55);
  CHECK(unpack(gunzip, gzip).fault.find("'x.gz': gzip data is broken") == 0);
  CHECK(unpack(unzstd, zstd_frame("abc") + "garbage").fault.find("zstd data is broken") !=
        std::string::npos);
}

TEST_CASE("Behind gzip data zero bytes are padding, others a fault", "[source]") {
  const std::string gzip = gzip_member("text");
  const Outcome padded = unpack(gunzip, gzip + std::string(3000, '\0'));
  CHECK(padded.content == "text");
  CHECK(padded.fault.empty());
  const Outcome followed = unpack(gunzip, gzip + "more");
  CHECK(followed.content == "text");
  CHECK(followed.fault == "'x.gz': gzip data is followed by something else");
}

TEST_CASE("A prefix taken off a stream is read again before the rest", "[source]") {
  Pieces input("0123456789", 3);
  std::string prefix = take_prefix(input, 5);
  CHECK(prefix == "01234");
  PrefixedStream whole(prefix, input);
  CHECK(take_prefix(whole, 100) == "0123456789");
  CHECK(take_prefix(whole, 100).empty());
}

}  // namespace
