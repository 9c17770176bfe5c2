#pragma once

#include <chrono>
#include <cstdint>
#include <string>

#include "indexer/pipeline/build_options.h"

namespace news {

/// A line on standard error that tells how far a build is: articles, MB/s, time left where the size
/// of the corpus is known. One thread.
class ProgressBar {
 public:
  /// `mode` is auto, always or never; `total_bytes` is 0 when the size isn't known.
  ProgressBar(const std::string& mode, std::uint64_t total_bytes);
  void show(const BuildProgress& progress);
  /// Clears the line, so that what follows stands alone.
  void clear();

 private:
  bool shown_;
  std::uint64_t total_bytes_;
  bool dirty_ = false;
  std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
  std::chrono::steady_clock::time_point last_{};
};

/// Bytes of the files under these paths; 0 when it can't be known (standard input, compression).
std::uint64_t corpus_bytes(const std::vector<std::string>& roots);

}  // namespace news
