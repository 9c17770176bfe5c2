#include "common/index/offset_table.h"

#include "tests/catch.h"
#include "tests/support.h"

using namespace news;

TEST_CASE("OffsetTable finds items on both sides of a group's end", "[index]") {
  const test::TempFolder folder;
  for (const std::uint64_t count : {0u, 1u, 63u, 64u, 65u, 128u, 200u}) {
    OffsetTableWriter offsets;
    std::uint64_t table = 0;
    {
      FramedWriter out(folder / "file", "TEST", 1);
      for (std::uint64_t i = 0; i < count; ++i) {
        offsets.add(out.offset());
        out.write(std::string(i % 5, static_cast<char>('a' + i % 26)));
      }
      table = out.offset();
      offsets.write(out, table);
      out.finish();
    }
    const FramedFile file(folder / "file", "TEST", 1);
    const OffsetTable items(file, table, count);
    for (std::uint64_t i = 0; i < count; ++i) {
      CHECK(items.item(i) == std::string(i % 5, static_cast<char>('a' + i % 26)));
    }
    CHECK_THROWS(items.item(count));
  }
}
