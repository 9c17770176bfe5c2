#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "common/base/file.h"
#include "common/index/manifest.h"
#include "common/index/segment.h"

namespace news {

/// An index, open for reading: one generation of it. One thread.
class Index {
 public:
  /// Throws Error{Index} when there is no index at `path`, or one that can't be read.
  explicit Index(const std::filesystem::path& path);

  const std::filesystem::path& path() const { return path_; }
  const Manifest& manifest() const { return manifest_; }
  const std::vector<Segment>& segments() const { return segments_; }
  std::uint64_t articles() const { return manifest_.articles(); }
  /// False once a newer generation was committed, or the index removed. A few microseconds.
  bool is_newest() const { return file_.is_in_place(); }

 private:
  void read();

  std::filesystem::path path_;
  WatchedFile file_;  ///< the manifest
  Manifest manifest_;
  std::vector<Segment> segments_;
};

/// The index to use: `option` if given, else $NEWSINDEX, else ./news.index.
std::filesystem::path index_path(const std::string& option);

}  // namespace news
