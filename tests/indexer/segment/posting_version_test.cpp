#include "common/index/posting_version.h"

#include "common/base/error.h"
#include "common/base/file.h"
#include "common/index/file_names.h"
#include "indexer/segment/glass/version_file.h"
#include "tests/catch.h"
#include "tests/indexer/segment/glass_fixture.h"

using namespace news;
using namespace news::glass_test;

namespace {

/// What is made of a version file with these bytes, for a table of five blocks.
PostingVersion read(const std::filesystem::path& folder, std::string_view bytes) {
  replace_file(posting_version_path(folder), bytes);
  return read_posting_version(folder, 5);
}

bool is_refused(const std::filesystem::path& folder, std::string_view bytes) {
  try {
    read(folder, bytes);
    return false;
  } catch (const Error& error) {
    return error.kind() == ErrorKind::Index;
  }
}

GlassTableRoot root_of(std::uint32_t block, unsigned level) {
  GlassTableRoot root;
  root.block = block;
  root.level = level;
  root.entries = 300;
  root.blocks = 5;
  return root;
}

}  // namespace

TEST_CASE("Of Xapian's version file nothing is taken but what a segment has there", "[glass]") {
  const ScratchFolder scratch;
  const std::filesystem::path folder = scratch / "";
  const GlassStatistics statistics = {1000, 1, 700, 127, 90000};
  const std::string right = glass_version_file(root_of(4, 1), statistics);
  const PostingVersion version = read(folder, right);
  CHECK(version.root == 4);
  CHECK(version.levels == 1);
  CHECK(version.articles == 1000);

  // Xapian's cursor has room for ten levels, its table of blocks for those there are.
  CHECK(is_refused(folder, glass_version_file(root_of(5, 1), statistics)));
  CHECK(is_refused(folder, glass_version_file(root_of(4, 10), statistics)));
  CHECK_FALSE(is_refused(folder, glass_version_file(root_of(4, 9), statistics)));
  CHECK(is_refused(folder, right + '\0'));
  CHECK(is_refused(folder, right + std::string(300, '\0')));
  for (std::size_t size = 0; size < right.size(); ++size) {
    CHECK(is_refused(folder, right.substr(0, size)));
  }
  // Bytes that may be otherwise: those of the id, and of counts and bounds that nothing relies on.
  std::size_t free = 0;
  for (std::size_t i = 0; i < right.size(); ++i) {
    std::string other = right;
    other[i] = static_cast<char>(other[i] ^ 0x10);
    free += is_refused(folder, other) ? 0 : 1;
  }
  CHECK(free >= 16);
  CHECK(free < 40);
}

TEST_CASE("Tables beside the postings are refused, which Xapian would open", "[glass]") {
  const ScratchFolder scratch;
  const std::filesystem::path folder = scratch / "";
  const std::string right = glass_version_file(root_of(4, 1), {});
  CHECK_FALSE(is_refused(folder, right));
  std::filesystem::create_symlink("nowhere", folder / "docdata.glass");
  CHECK(is_refused(folder, right));
}
