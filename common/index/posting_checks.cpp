#include "common/index/posting_checks.h"

#include <string>

#include "common/base/hash.h"
#include "common/index/file_names.h"
#include "common/index/glass_key.h"
#include "common/index/little_endian.h"

namespace news {
namespace {

constexpr std::string_view kMagic = "NEWSPCK";
constexpr std::uint32_t kVersion = 1;
constexpr std::size_t kCheckBytes = 4;

std::uint32_t checksum(std::string_view block) { return static_cast<std::uint32_t>(hash64(block)); }

}  // namespace

void write_posting_checks(const std::filesystem::path& postings,
                          const std::filesystem::path& path) {
  std::string checks;
  std::string block;
  // Not mapped: the pages would count as memory of the build.
  read_pieces(posting_table_path(postings), [&](std::string_view piece) {
    while (!piece.empty()) {
      const std::size_t n = std::min(kGlassBlockBytes - block.size(), piece.size());
      block.append(piece.substr(0, n));
      piece.remove_prefix(n);
      if (block.size() < kGlassBlockBytes) continue;
      put_u32(checks, checksum(block));
      block.clear();
    }
  });
  FramedWriter out(path, kMagic, kVersion);
  out.write(checks);
  out.finish();
}

PostingChecks::PostingChecks(const std::filesystem::path& path, std::uint32_t blocks)
    : file_(path, kMagic, kVersion),
      whole_(std::make_unique<std::atomic<std::uint64_t>[]>(blocks / 64 + 1)) {
  if (file_.end() - file_.begin() != std::uint64_t{blocks} * kCheckBytes) {
    file_.damaged("it is about another number of blocks");
  }
}

bool PostingChecks::compare(std::uint32_t number, std::string_view block) const {
  if (file_.u32(file_.begin() + std::uint64_t{number} * kCheckBytes) != checksum(block)) {
    return false;
  }
  whole_[number / 64].fetch_or(std::uint64_t{1} << (number % 64), std::memory_order_relaxed);
  return true;
}

}  // namespace news
