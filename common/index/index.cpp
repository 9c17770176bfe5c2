#include "common/index/index.h"

#include <cstdlib>

#include "common/index/file_names.h"

namespace news {

Index::Index(const std::filesystem::path& path) : path_(path), manifest_(read_manifest(path)) {
  for (const SegmentInfo& info : manifest_.segments) {
    segments_.emplace_back(segment_path(path_, info.id), info);
  }
}

std::filesystem::path index_path(const std::string& option) {
  if (!option.empty()) return option;
  const char* named = std::getenv("NEWSINDEX");
  return named != nullptr && *named != '\0' ? named : "news.index";
}

}  // namespace news
