#pragma once

#include <string>
#include <vector>

#include "common/index/segment.h"

namespace news {

/// Compares what the files of a segment say of each article: the words of the stored text with the
/// token stream, tokens and stored values with the postings and the columns. Returns what doesn't
/// agree, the first few of each kind. Throws Error{Index} where a file can't be read.
std::vector<std::string> cross_check(const Segment& segment);

}  // namespace news
