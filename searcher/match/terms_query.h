#pragma once

#include <memory>
#include <string>
#include <vector>

#include "common/index/posting_cursor.h"
#include "common/index/segment.h"

namespace Xapian {
class Query;
}

namespace news {

/// A query for the articles of a segment that have any of the terms. Each scores the largest
/// impact among them. The lists are read by `PostingCursor`, never by Xapian, which would believe
/// whatever stands in them. (OP_MAX, besides, uses lists in Xapian 1.4.22 after they were freed,
/// when a sibling of theirs under OP_OR prunes them.) Borrows the segment. All of one query and
/// segment share their unions.
Xapian::Query make_terms_query(const Segment& segment, std::vector<std::string> terms,
                               std::shared_ptr<PostingUnions> unions);

}  // namespace news
