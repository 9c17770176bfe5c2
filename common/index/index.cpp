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

Index::Index(const std::filesystem::path& path) : path_(path) {
  read();
  for (;;) {
    try {
      segments_ = open_segments(path_, manifest_);
      return;
    } catch (const Error&) {
      // A writer may have committed and swept between reading the manifest and opening its files.
      const std::uint64_t generation = manifest_.generation;
      read();
      if (manifest_.generation == generation) throw;
    }
  }
}

void Index::read() {
  // Opened first: what is read may be newer than what is watched, never older.
  file_ = WatchedFile(manifest_path(path_));
  manifest_ = read_manifest(path_);
}

std::filesystem::path index_path(const std::string& option) {
  if (!option.empty()) return option;
  const char* named = std::getenv("NEWSINDEX");
  return named != nullptr && *named != '\0' ? named : "news.index";
}

}  // namespace news
