#include "indexer/segment/blob_store.h"

#include <filesystem>
#include <string>

#include "tests/catch.h"

TEST_CASE("BlobStore reads across the border of its file and its buffer", "[segment]") {
  news::BlobStore blobs(std::filesystem::temp_directory_path(), 10);
  std::string all;
  for (const std::string piece : {"abcdef", "ghijkl", "mnopqrstuvwxyz", "0123"}) {
    REQUIRE(blobs.append(piece) == all.size());
    all += piece;
  }
  REQUIRE(blobs.size() == all.size());
  std::string read;
  for (std::size_t begin = 0; begin <= all.size(); ++begin) {
    for (std::size_t size = 0; begin + size <= all.size(); ++size) {
      blobs.read(begin, size, read);
      REQUIRE(read == all.substr(begin, size));
    }
  }
}
