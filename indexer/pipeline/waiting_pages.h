#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "common/article/article.h"
#include "indexer/segment/blob_store.h"

namespace news {

/// Articles that came as pages wait here, whole, until all pages of their sites are read: only then
/// it is known which of their paragraphs are furniture. In memory up to a bound, in a temporary
/// file beyond it. One thread at a time.
class WaitingPages {
 public:
  WaitingPages(std::filesystem::path scratch, std::size_t memory_bytes)
      : blobs_(std::move(scratch), memory_bytes) {}

  void add(const Article& article, std::uint64_t sequence);
  bool empty() const { return entries_.empty(); }
  /// Hands them out in the order in which they came.
  void for_each(const std::function<void(Article, std::uint64_t sequence)>& use) const;

 private:
  struct Entry {
    std::uint64_t sequence = 0;
    std::uint64_t offset = 0;
    std::uint32_t bytes = 0;
  };
  BlobStore blobs_;
  std::vector<Entry> entries_;
};

}  // namespace news
