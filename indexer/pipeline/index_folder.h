#pragma once

#include <filesystem>
#include <optional>

#include "common/index/manifest.h"

namespace news {

/// The folder of an index as its one writer holds it: locked while the object lives. Throws
/// Error{Locked}, naming the process that holds it, Error{Io}, or Error{Usage} when there is
/// something at the path that is not an index.
class IndexFolder {
 public:
  /// Makes the folder if there is none.
  explicit IndexFolder(const std::filesystem::path& path);
  IndexFolder(const IndexFolder&) = delete;
  IndexFolder& operator=(const IndexFolder&) = delete;
  /// Removes the folder again if it was made here and nothing was committed.
  ~IndexFolder();

  const std::filesystem::path& path() const { return path_; }
  /// What is committed; nothing in a fresh folder or when it can't be read.
  const std::optional<Manifest>& manifest() const { return manifest_; }

  /// Makes an empty folder for a new segment, under a name not used before.
  std::filesystem::path make_segment_folder();
  /// Puts the manifest in place and removes segments that it doesn't name.
  void commit(const Manifest& manifest);
  /// Removes segments that the committed manifest doesn't name, and other leftovers.
  void sweep() const;

 private:
  void lock();

  std::filesystem::path path_;
  int lock_ = -1;
  bool made_here_ = false;
  std::optional<Manifest> manifest_;
};

}  // namespace news
