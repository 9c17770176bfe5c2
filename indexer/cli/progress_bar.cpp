#include "indexer/cli/progress_bar.h"

#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>

namespace news {
namespace {

namespace fs = std::filesystem;
using std::chrono::duration;

constexpr auto kInterval = std::chrono::milliseconds(200);
constexpr int kBarWidth = 24;

bool is_compressed(const fs::path& path) {
  const std::string ending = path.extension().string();
  return ending == ".gz" || ending == ".zst";
}

}  // namespace

ProgressBar::ProgressBar(const std::string& mode, std::uint64_t total_bytes)
    : shown_(mode == "always" || (mode == "auto" && ::isatty(2) == 1)),
      total_bytes_(total_bytes) {}

void ProgressBar::show(const BuildProgress& progress) {
  if (!shown_) return;
  const auto now = std::chrono::steady_clock::now();
  if (!progress.writing && now - last_ < kInterval) return;
  last_ = now;
  dirty_ = true;
  if (progress.writing) {
    std::fprintf(stderr, "\r\033[Kwriting the index ...");
    std::fflush(stderr);
    return;
  }
  const double seconds = std::max(duration<double>(now - start_).count(), 1e-3);
  const double megabytes = static_cast<double>(progress.bytes) / 1e6;
  std::string bar;
  std::string left;
  if (total_bytes_ > 0) {
    const double part =
        std::min(1.0, static_cast<double>(progress.bytes) / static_cast<double>(total_bytes_));
    const int full = static_cast<int>(part * kBarWidth);
    bar = "[" + std::string(static_cast<std::size_t>(full), '#') +
          std::string(static_cast<std::size_t>(kBarWidth - full), '.') + "] ";
    char text[40];
    std::snprintf(text, sizeof text, ", %.0f s left", seconds * (1 - part) / std::max(part, 1e-3));
    left = text;
  }
  std::fprintf(stderr, "\r\033[K%s%llu articles, %.1f MB/s%s", bar.c_str(),
               static_cast<unsigned long long>(progress.articles), megabytes / seconds,
               left.c_str());
  std::fflush(stderr);
}

void ProgressBar::clear() {
  if (dirty_) std::fprintf(stderr, "\r\033[K");
  dirty_ = false;
}

std::uint64_t corpus_bytes(const std::vector<std::string>& roots) {
  std::uint64_t bytes = 0;
  std::error_code error;
  const auto add = [&](const fs::path& path) {
    if (is_compressed(path)) error = std::make_error_code(std::errc::not_supported);
    const auto size = fs::file_size(path, error);
    if (!error) bytes += size;
  };
  for (const std::string& root : roots) {
    if (root == "-") return 0;
    if (!fs::is_directory(root, error)) {
      add(root);
    } else {
      for (fs::recursive_directory_iterator it(root, error), end; !error && it != end;
           it.increment(error)) {
        if (it->is_regular_file(error)) add(it->path());
      }
    }
    if (error) return 0;
  }
  return bytes;
}

}  // namespace news
