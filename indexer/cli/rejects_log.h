#pragma once

#include <cstdint>
#include <fstream>
#include <memory>
#include <string>

#include "common/article/rejection.h"

namespace news {

/// Tells the user about rejections as they come: the first few on standard error, all of them in
/// the file of `--rejects`. Called one at a time.
class RejectsLog {
 public:
  /// `path` may be "". Throws Error{Io} when the file can't be made.
  RejectsLog(std::string program, const std::string& path);
  void add(const Rejection& rejection);
  /// Closes the file and says how many were not shown. Throws Error{Io} when it couldn't be
  /// written.
  void finish();
  std::uint64_t count() const { return count_; }

 private:
  std::string program_;
  std::string path_;
  std::ofstream file_;
  std::uint64_t count_ = 0;
};

}  // namespace news
