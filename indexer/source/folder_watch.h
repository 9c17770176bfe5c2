#pragma once

#include <map>
#include <set>
#include <string>

namespace news {

/// Tells which files of a folder, and of the folders in it, are complete: closed after writing, or
/// moved in. Hidden ones, symbolic links and folders that are an index are passed over. One thread.
/// Throws Error{Io}.
class FolderWatch {
 public:
  explicit FolderWatch(std::string folder);
  FolderWatch(const FolderWatch&) = delete;
  FolderWatch& operator=(const FolderWatch&) = delete;
  ~FolderWatch();

  /// Waits up to `seconds` for something to happen, or for SIGTERM or SIGINT, which are held back
  /// while the object lives.
  void wait(double seconds);
  /// True when one of these signals has come.
  bool stopped() const { return stopped_; }

  /// Paths of the files that arrived since the last call, as `walk_corpus` names them.
  std::set<std::string> take();
  bool has_arrivals() const { return !arrived_.empty(); }

  /// Takes every file that was changed at `seconds` (Unix time) or later as arrived.
  void add_changed_since(double seconds) { scan(folder_, seconds); }

 private:
  void scan(const std::string& folder, double since);
  void watch(const std::string& folder);
  void read_events();

  std::string folder_;
  int events_ = -1;
  int signals_ = -1;
  bool stopped_ = false;
  std::map<int, std::string> folders_;  ///< by watch descriptor
  std::set<std::string> arrived_;
};

}  // namespace news
