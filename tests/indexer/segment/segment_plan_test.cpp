#include "indexer/segment/segment_plan.h"

#include "common/base/error.h"
#include "common/index/posting_cursor.h"
#include "tests/catch.h"

using namespace news;

TEST_CASE("A segment has no more articles than numbers before the mark of an end", "[segment]") {
  CHECK_NOTHROW(check_segment_size(PostingCursor::kEnd - 1));
  CHECK_THROWS_AS(check_segment_size(PostingCursor::kEnd), Error);
  CHECK_THROWS_AS(check_segment_size(std::uint64_t{1} << 32), Error);
}
