#include "common/index/posting_sums.h"

#include <xapian.h>

#include "common/base/error.h"
#include "common/base/hash.h"

namespace news {

std::uint64_t posting_sum(std::string_view term) { return hash64(term); }

std::vector<std::uint64_t> posting_sums(const Segment& segment) {
  std::vector<std::uint64_t> sums(segment.size());
  const Xapian::Database& postings = segment.postings();
  const auto damaged = [&](const std::string& what) {
    return Error(ErrorKind::Index, "the postings of '" + segment.folder().string() +
                                       "' are damaged: " + what);
  };
  try {
    const Xapian::TermIterator end = postings.allterms_end();
    for (auto term = postings.allterms_begin(); term != end; ++term) {
      const std::uint64_t part = posting_sum(*term);
      std::uint64_t count = 0;
      const Xapian::PostingIterator last = postings.postlist_end(*term);
      for (auto it = postings.postlist_begin(*term); it != last; ++it) {
        if (*it == 0 || *it > sums.size()) throw damaged("a list names an article there is not");
        sums[*it - 1] += part;
        ++count;
      }
      if (count != term.get_termfreq()) throw damaged("a list is shorter than it says");
    }
  } catch (const Xapian::Error& e) {
    throw damaged(e.get_msg());
  }
  return sums;
}

}  // namespace news
