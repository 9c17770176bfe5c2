#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "indexer/clean/site_lines.h"

namespace news {

/// What the pages of a corpus show about the paragraphs that their sites put on many of them. A
/// paragraph is furniture when pages with different stories have it: at least three at the edge of
/// their bodies, five within. A page tells a story of its own when at least half of its text stands
/// on no other page of the site; so the paragraphs of a story that a site has at several addresses
/// are not its furniture. One thread at a time.
class SiteEvidence {
 public:
  /// When pages need more than `memory_bytes`, it goes on with half of them, those whose ids have
  /// the smaller hashes; which these are in the end depends on nothing but all the pages.
  explicit SiteEvidence(std::size_t memory_bytes) : memory_bytes_(memory_bytes) {}

  void add(const SitePage& page);
  /// What the pages show. Forgets them.
  SiteFurniture find();

 private:
  struct Page {
    std::uint64_t site = 0;
    std::uint64_t page = 0;
    std::uint64_t sequence = 0;
    std::size_t first = 0;  ///< in `lines_`
    std::uint32_t size = 0;
  };

  bool is_sampled(std::uint64_t page) const {
    return halvings_ == 0 || page >> (64 - halvings_) == 0;
  }
  std::size_t memory() const;
  void halve();
  void leave_latest();

  std::size_t memory_bytes_;
  unsigned halvings_ = 0;
  std::vector<Page> pages_;
  std::vector<SiteLine> lines_;
};

}  // namespace news
