#include "fuzz/hostile_index.h"
#include "indexer/pipeline/check.h"
#include "indexer/pipeline/index_info.h"

namespace news {
namespace {

/// What an update reads of an index: every article, its words and places.
void read_all(const std::filesystem::path& path) {
  survive([&] { inspect(Index(path)); });
  survive([&] {
    const Index index(path);
    for (const Segment& segment : index.segments()) {
      for (std::uint64_t number = 1; number <= segment.size(); ++number) {
        survive([&] { segment.article(number); });
      }
    }
  });
}

}  // namespace
}  // namespace news

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static news::HostileIndex index;
  index.change({reinterpret_cast<const char*>(data), size});
  news::survive([&] { news::check_index(index.path()); });
  news::read_all(index.path());
  return 0;
}
