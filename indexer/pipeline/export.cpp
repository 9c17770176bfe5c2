#include "indexer/pipeline/export.h"

namespace news {

void export_articles(const Index& index, const std::function<void(const Article&)>& use) {
  for (const Segment& segment : index.segments()) {
    for (std::uint64_t number = 1; number <= segment.size(); ++number) {
      if (!segment.is_deleted(number)) use(segment.article(number));
    }
  }
}

}  // namespace news
