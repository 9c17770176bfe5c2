#include "indexer/segment/number_table.h"

#include <unordered_map>

#include "tests/catch.h"

TEST_CASE("NumberTable keeps the first value of a key until it is cleared", "[segment]") {
  news::NumberTable table;
  for (std::uint32_t round = 0; round < 3; ++round) {
    std::unordered_map<std::uint64_t, std::uint32_t> wanted;
    for (std::uint32_t i = 0; i < 3000; ++i) {
      // Neighbours, and keys that differ in their upper halves only.
      const std::uint64_t key = i % 3 == 0 ? i / 2 : std::uint64_t{i % 500} << 32;
      const std::uint32_t value = wanted.try_emplace(key, i + round).first->second;
      REQUIRE(table.at(key, i + round) == value);
    }
    for (const auto& [key, value] : wanted) {
      REQUIRE(table.find(key) != nullptr);
      REQUIRE(*table.find(key) == value);
    }
    REQUIRE(table.find(1u << 20) == nullptr);
    table.clear();
    REQUIRE(table.find(0) == nullptr);
  }
}
