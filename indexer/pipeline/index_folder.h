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
  enum class Missing {
    Make,    ///< makes the folder if there is none; an index that can't be read may be replaced
    Refuse,  ///< throws Error{Index} when there is no index, or one that can't be read
  };
  /// Waits up to `lock_wait` seconds for another writer to finish.
  IndexFolder(const std::filesystem::path& path, Missing missing, double lock_wait);
  IndexFolder(const IndexFolder&) = delete;
  IndexFolder& operator=(const IndexFolder&) = delete;
  /// Removes the folder again if it was made here and nothing was committed.
  ~IndexFolder();

  const std::filesystem::path& path() const { return path_; }
  /// What is committed; nothing in a fresh folder or when it can't be read.
  const std::optional<Manifest>& manifest() const { return manifest_; }
  /// The generation that the next commit has.
  std::uint64_t next_generation() const { return manifest_ ? manifest_->generation + 1 : 1; }

  /// Makes an empty folder for a new segment, under a name not used before.
  std::filesystem::path make_segment_folder();
  /// Puts the manifest in place and removes what it doesn't name. The files that it names are
  /// durable, and so are their names in the segments' folders.
  void commit(const Manifest& manifest);
  /// Removes segments and lists of removed articles that the committed manifest doesn't name.
  void sweep() const;

 private:
  void make_folder(Missing missing);
  void open_lock();
  void lock(double wait);

  std::filesystem::path path_;
  int lock_ = -1;
  bool made_here_ = false;
  std::optional<Manifest> manifest_;
};

}  // namespace news
