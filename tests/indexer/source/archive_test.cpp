#include "indexer/source/archive.h"

#include <cstring>
#include <map>

#include "indexer/source/corpus.h"
#include "indexer/source/expansion_meter.h"
#include "tests/catch.h"
#include "tests/indexer/source/packing.h"
#include "tests/indexer/source/scratch_folder.h"

namespace {

using namespace news;

/// One member of a tar archive as POSIX has it.
std::string tar_member(const std::string& name, const std::string& content, char type = '0',
                       const std::string& link = "") {
  std::string header(512, '\0');
  header.replace(0, name.size(), name);
  std::snprintf(header.data() + 100, 8, "%07o", 0644);
  std::snprintf(header.data() + 108, 8, "%07o", 0);
  std::snprintf(header.data() + 116, 8, "%07o", 0);
  std::snprintf(header.data() + 124, 12, "%011zo", content.size());
  std::snprintf(header.data() + 136, 12, "%011o", 0);
  header[156] = type;
  header.replace(157, link.size(), link);
  std::memcpy(header.data() + 257,
              "ustar\0"
              "00",
              8);
  std::memset(header.data() + 148, ' ', 8);
  unsigned sum = 0;
  for (const char c : header) sum += static_cast<unsigned char>(c);
  std::snprintf(header.data() + 148, 8, "%06o", sum);
  std::string padded = content;
  padded.resize((content.size() + 511) / 512 * 512);
  return header + padded;
}

std::string tar(const std::string& members) { return members + std::string(1024, '\0'); }

struct Walked {
  std::map<std::string, std::string> files;  ///< by name
  std::map<std::string, std::string> rejections;
};

Walked walk(std::string_view name, std::string_view bytes) {
  const ScratchFolder folder;
  const std::string path = folder.write(name, bytes);
  Walked all;
  CorpusVisitor visitor;
  visitor.entry = [&](const CorpusEntry& entry, ByteStream& stream) {
    std::string content;
    char buffer[4096];
    for (std::size_t n = stream.read(buffer, sizeof buffer); n != 0;
         n = stream.read(buffer, sizeof buffer)) {
      content.append(buffer, n);
    }
    all.files[entry.name] = content;
  };
  visitor.rejection = [&](Rejection rejection) {
    all.rejections[rejection.path.substr(folder.path().size() + 1)] = rejection.reason;
  };
  walk_corpus({path}, visitor);
  return all;
}

TEST_CASE("Members of a tar are entries named after it", "[source][archive]") {
  const std::string bytes = tar(tar_member("a/", "", '5') + tar_member("./a/b.txt", "bee") +
                                tar_member("/etc/c.txt", "sea") + tar_member("../../d.txt", "dee") +
                                tar_member("link", "", '2', "/etc/passwd") +
                                tar_member("a/.hidden", "x") + tar_member("fifo", "", '6'));
  for (const std::string& packed : {bytes, gzip_member(bytes), zstd_frame(bytes)}) {
    const Walked all = walk("x.tar", packed);
    CHECK(all.files == std::map<std::string, std::string>{{"x.tar!/a/b.txt", "bee"},
                                                          {"x.tar!/etc/c.txt", "sea"},
                                                          {"x.tar!/../../d.txt", "dee"}});
    REQUIRE(all.rejections.size() == 2);
    CHECK(all.rejections.at("x.tar!/link") == "a symbolic link inside an archive, not followed");
    CHECK(all.rejections.at("x.tar!/fifo") == "not a regular file");
  }
}

TEST_CASE("Archives are opened inside archives, to a depth", "[source][archive]") {
  std::string bytes = tar(tar_member("in.txt", "deep"));
  for (int depth = 2; depth <= kMaxArchiveDepth; ++depth) {
    bytes = tar(tar_member("n.tar.gz", gzip_member(bytes)));
  }
  CHECK(walk("x.tar", bytes).files.at("x.tar!/n.tar.gz!/n.tar.gz!/in.txt") == "deep");
  const Walked all = walk("x.tar", tar(tar_member("n.tar", bytes)));
  CHECK(all.files.empty());
  REQUIRE(all.rejections.size() == 1);
  CHECK(all.rejections.begin()->second == "archives nested deeper than 3");
}

TEST_CASE("Compression around compression is undone, to a number of layers", "[source][archive]") {
  std::string bytes = "deep";
  const auto pack = [&](int layer) {
    bytes = layer % 2 == 0 ? gzip_member(bytes) : zstd_frame(bytes);
  };
  for (int layer = 1; layer <= kMaxPackings; ++layer) pack(layer);
  CHECK(walk("x", bytes).files.at("x") == "deep");
  pack(kMaxPackings + 1);
  const Walked all = walk("x", bytes);
  CHECK(all.files.empty());
  REQUIRE(all.rejections.size() == 1);
  CHECK(all.rejections.begin()->second == "compressed more than 6 times over");
}

TEST_CASE("What a file may expand to has an end, however well it is packed", "[source][archive]") {
  ExpansionMeter meter;
  meter.add_packed(kMaxExpandedBytes);
  meter.add_expanded(kMaxExpandedBytes);
  CHECK_FALSE(meter.is_over());
  meter.add_expanded(1);
  CHECK(meter.is_over());
}

TEST_CASE("A broken archive is a rejection behind what could be read", "[source][archive]") {
  const std::string bytes = tar_member("a.txt", "one") + tar_member("b.txt", mixed_text(5000));
  const Walked all = walk("x.tar", bytes.substr(0, 512 + 512));
  CHECK(all.files.size() == 1);
  const std::string zip = "PK\x03\x04" + std::string(60, 'x');
  CHECK(walk("x.zip", zip).rejections.size() == 1);
  CHECK(walk("x.xz", std::string("\xfd"
                                 "7zXZ\0broken",
                                 12))
            .rejections.size() == 1);
}

TEST_CASE("A decompression bomb stops at the limit", "[source][archive]") {
  // Zeros in zstd: some 20,000 to one.
  const std::string bomb = zstd_frame(std::string(std::size_t{256} << 20, 'x'));
  const ScratchFolder folder;
  std::uint64_t seen = 0;
  std::string fault;
  CorpusVisitor visitor;
  visitor.entry = [&](const CorpusEntry&, ByteStream& stream) {
    std::string buffer(1 << 20, '\0');
    try {
      for (std::size_t n = 1; n != 0; seen += n) n = stream.read(buffer.data(), buffer.size());
    } catch (const Error& error) {
      fault = error.what();
    }
  };
  visitor.rejection = [](const Rejection&) {};
  walk_corpus({folder.write("x.zst", bomb)}, visitor);
  CHECK(fault.find("a decompression bomb?") != std::string::npos);
  CHECK(seen <= kFreeExpansionBytes + (std::uint64_t{1} << 20));
}

TEST_CASE("Packing is told by content", "[source][archive]") {
  CHECK(packing_of("BZh91AY&SY...") == Packing::Bzip2);
  CHECK(packing_of("BZh, he said") == Packing::None);
  CHECK(packing_of("PK\x03\x04") == Packing::Zip);
  CHECK(packing_of("\x1f\x9d\x90") == Packing::Compress);
  CHECK(packing_of("") == Packing::None);
}

}  // namespace
