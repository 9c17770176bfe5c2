#include "common/index/framed_file.h"

#include "common/base/error.h"
#include "tests/catch.h"
#include "tests/support.h"

using namespace news;

namespace {

/// 20,000 bytes in a frame: three pages.
std::string make_file(const std::filesystem::path& path) {
  std::string payload;
  for (int i = 0; i < 20000; ++i) payload.push_back(static_cast<char>(i * 7));
  FramedWriter writer(path, "NEWSTST", 1);
  writer.write(payload);
  writer.finish();
  return payload;
}

}  // namespace

TEST_CASE("FramedFile gives back what was written", "[framed_file]") {
  const test::TempFolder folder;
  const std::string payload = make_file(folder / "f");
  const FramedFile file(folder / "f", "NEWSTST", 1);
  CHECK(file.span(file.begin(), payload.size()) == payload);
  CHECK(file.end() - file.begin() == payload.size());
  CHECK(file.span(file.begin() + 8190, 5) == payload.substr(8190, 5));
  file.verify();
  CHECK_THROWS_AS(file.span(file.begin(), payload.size() + 1), Error);
  CHECK_THROWS_AS(file.span(0, 1), Error);
  CHECK_THROWS_AS(file.span(file.begin(), UINT64_MAX), Error);
}

TEST_CASE("FramedFile notices every flipped byte before it is used", "[framed_file]") {
  const test::TempFolder folder;
  make_file(folder / "f");
  const std::string good = test::read_bytes(folder / "f");
  for (std::size_t i = 0; i < good.size(); i += i < 64 || i + 200 > good.size() ? 1 : 37) {
    std::string bad = good;
    bad[i] = static_cast<char>(bad[i] ^ 0x10);
    test::write_bytes(folder / "bad", bad);
    CAPTURE(i);
    CHECK_THROWS_AS(FramedFile(folder / "bad", "NEWSTST", 1).verify(), Error);
  }
}

TEST_CASE("FramedFile notices cuts, other kinds and files from the future", "[framed_file]") {
  const test::TempFolder folder;
  make_file(folder / "f");
  const std::string good = test::read_bytes(folder / "f");
  for (const std::size_t size : {std::size_t{0}, std::size_t{31}, std::size_t{32}, good.size() / 2,
                                 good.size() - 1}) {
    test::write_bytes(folder / "cut", good.substr(0, size));
    CHECK_THROWS_AS(FramedFile(folder / "cut", "NEWSTST", 1), Error);
  }
  CHECK_THROWS_AS(FramedFile(folder / "f", "NEWSOTH", 1), Error);
  CHECK_THROWS_AS(FramedFile(folder / "none", "NEWSTST", 1), Error);
  FramedWriter(folder / "new", "NEWSTST", 2).finish();
  CHECK_THROWS_WITH(FramedFile(folder / "new", "NEWSTST", 1), Catch::Contains("newer version"));
}
