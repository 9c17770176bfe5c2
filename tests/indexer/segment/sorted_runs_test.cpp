#include "indexer/segment/sorted_runs.h"

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "tests/catch.h"

using namespace news;

namespace {

std::filesystem::path scratch() { return std::filesystem::temp_directory_path(); }

std::vector<std::pair<std::string, std::string>> sorted_in(std::size_t memory_bytes) {
  EntrySorter sorter(scratch(), memory_bytes);
  for (std::uint32_t i = 0; i < 5000; ++i) {
    sorter.add("key" + std::to_string(i * 7919 % 5000), std::to_string(i));
  }
  std::vector<std::pair<std::string, std::string>> entries;
  for (SourceMerge merged = sorter.finish(); merged.next();) {
    REQUIRE(merged.at_key().size() == 1);
    entries.emplace_back(merged.key(), merged.value(merged.at_key().front()));
  }
  return entries;
}

}  // namespace

TEST_CASE("EntrySorter sorts what doesn't fit its memory", "[segment]") {
  const auto in_memory = sorted_in(1u << 30);
  REQUIRE(in_memory.size() == 5000);
  REQUIRE(std::is_sorted(in_memory.begin(), in_memory.end()));
  REQUIRE(sorted_in(8u << 10) == in_memory);
}

TEST_CASE("SourceMerge names the sources of each key in order", "[segment]") {
  BlobStore blobs(scratch(), 100);
  std::map<std::string, std::vector<std::uint32_t>> wanted;
  std::vector<std::unique_ptr<EntrySource>> sources;
  std::vector<SortedRun> runs;
  for (std::uint32_t source = 0; source < 9; ++source) {
    SortedRunWriter run(blobs);
    for (char key = 'a'; key <= 'z'; ++key) {
      if ((static_cast<unsigned>(key) * 31 + source * 17) % 5 < source % 4) continue;
      // One key is the beginning of the next, and a value may be longer than a window.
      for (const std::string& text : {std::string(1, key), key + std::string("\0x", 2)}) {
        run.add(text, std::string(source * 1000, key));
        wanted[text].push_back(source);
      }
    }
    runs.push_back(run.finish());
  }
  for (const SortedRun& run : runs) sources.push_back(read_run(blobs, run, 64));
  SourceMerge merged(std::move(sources));
  for (const auto& [key, at_key] : wanted) {
    REQUIRE(merged.next());
    CHECK(merged.key() == key);
    CHECK(merged.at_key() == at_key);
    for (const std::uint32_t s : at_key) CHECK(merged.value(s) == std::string(s * 1000, key[0]));
  }
  CHECK_FALSE(merged.next());
}
