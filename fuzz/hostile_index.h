#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "common/index/manifest.h"
#include "tests/support.h"

namespace news {

/// A small index of four segments with removed articles, whose files are changed as somebody would
/// who knows the format: checksums are made right again, so that between a hostile number and the
/// memory that it points to there are only the checks of the code that reads it. One thread.
class HostileIndex {
 public:
  /// Makes the index with the program newsindex.
  HostileIndex();

  const std::filesystem::path& path() const { return path_; }

  /// Applies changes to the files as they were first, eight bytes each: which file, what is done,
  /// three bytes of where (from the end when the second byte's top bit is set), three of a value.
  void change(std::string_view changes);

 private:
  std::filesystem::path file_path(const std::string& name) const;
  /// What of a file is changed: all of Xapian's, what is in the frame of ours.
  std::string payload(const std::string& name) const;
  void write(const std::string& name, const std::string& bytes);
  /// The manifest with the sizes and checksums that the files have now.
  Manifest described() const;

  test::TempFolder folder_;
  std::filesystem::path path_;
  Manifest manifest_;
  std::vector<std::string> names_;
  std::map<std::string, std::string> whole_;
  std::set<std::string> written_;  ///< files that are not as they were first
};

/// Runs what may find the index damaged; aborts when it ends in any other error.
void survive(const std::function<void()>& work);

}  // namespace news
