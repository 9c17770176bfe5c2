#include "indexer/clean/clean.h"

#include <utility>

#include "indexer/clean/cleaner.h"

namespace news {

CleanResult clean(RawArticle raw, const CleanOptions& options) {
  return Cleaner(std::move(raw), options).run();
}

}  // namespace news
