#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>

namespace news {

/// Tells which files of a folder, and of the folders in it, are complete: closed after writing,
/// moved or linked in. Hidden ones, symbolic links and folders that are an index are passed over.
/// One thread. Throws Error{Io}.
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
  /// True when the folder itself was removed or renamed: nothing more will arrive.
  bool gone() const { return gone_; }

  /// Paths of the files that arrived since the last call, as `walk_corpus` names them.
  std::set<std::string> take();
  bool has_arrivals() const { return !arrived_.empty(); }

  /// Takes every file that was changed at `seconds` (Unix time) or later as arrived, and every file
  /// of a folder that was moved in since then.
  void add_changed_since(std::int64_t seconds) { scan(folder_, static_cast<double>(seconds)); }
  /// Unix seconds: files that were last changed before have arrived, those still being written too
  /// once they are closed; so they needn't be looked for again by one who has taken all of them.
  std::int64_t seen_until();

 private:
  void scan(const std::string& folder, double since);
  void watch(const std::string& folder);
  void read_events();
  void drain();
  void take_event(std::uint32_t mask, const std::string& path);
  void take_linked();

  std::string folder_;
  int events_ = -1;
  int signals_ = -1;
  int root_ = -1;  ///< watch descriptor of the folder itself
  bool stopped_ = false;
  bool gone_ = false;
  double drained_ = 0;                   ///< Unix time: what happened before is known
  std::map<int, std::string> folders_;   ///< by watch descriptor
  std::map<std::string, double> open_;   ///< files being written, with a time before it began
  std::set<std::string> made_;           ///< names that appeared, nothing of them written yet
  std::set<std::string> arrived_;
};

}  // namespace news
