#include "common/index/posting_sums.h"

#include <string>

#include "common/base/hash.h"
#include "common/index/posting_cursor.h"

namespace news {

std::uint64_t posting_sum(std::string_view term) { return hash64(term); }

std::vector<std::uint64_t> posting_sums(const Segment& segment) {
  std::vector<std::uint64_t> sums(segment.size());
  const PostingFile& postings = segment.posting_file();
  std::string before;
  postings.for_each_term({}, [&](const std::string& term) {
    if (term <= before) postings.damaged();
    before = term;
    const std::uint64_t part = posting_sum(term);
    std::uint64_t count = 0;
    PostingCursor cursor(postings, segment.size(), {term});
    cursor.for_each_before(PostingCursor::kEnd, [&](std::uint32_t article, std::uint32_t) {
      sums[article - 1] += part;
      ++count;
    });
    // A term that isn't found by way of the branches has none.
    if (count == 0 || count != cursor.frequency()) postings.damaged();
    return true;
  });
  return sums;
}

}  // namespace news
