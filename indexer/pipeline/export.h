#pragma once

#include <functional>

#include "common/article/article.h"
#include "common/index/index.h"

namespace news {

/// Hands out every article of an index that was not removed, segment by segment, newest first.
/// Throws Error{Index}.
void export_articles(const Index& index, const std::function<void(const Article&)>& use);

}  // namespace news
