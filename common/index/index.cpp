#include "common/index/index.h"

#include <cstdlib>

#include "common/base/error.h"
#include "common/index/file_names.h"

namespace news {

namespace {

std::vector<Segment> open_segments(const std::filesystem::path& path, const Manifest& manifest) {
  std::vector<Segment> segments;
  for (const SegmentInfo& info : manifest.segments) {
    segments.emplace_back(segment_path(path, info.id), info);
  }
  return segments;
}

}  // namespace

Index::Index(const std::filesystem::path& path) : path_(path), manifest_(read_manifest(path)) {
  for (;;) {
    try {
      segments_ = open_segments(path_, manifest_);
      return;
    } catch (const Error&) {
      // A writer may have committed and swept between reading the manifest and opening its files.
      Manifest newer = read_manifest(path_);
      if (newer.generation == manifest_.generation) throw;
      manifest_ = std::move(newer);
    }
  }
}

std::filesystem::path index_path(const std::string& option) {
  if (!option.empty()) return option;
  const char* named = std::getenv("NEWSINDEX");
  return named != nullptr && *named != '\0' ? named : "news.index";
}

}  // namespace news
