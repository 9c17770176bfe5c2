#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "common/article/article.h"

namespace news {

/// A paragraph of a page's body.
struct SiteLine {
  std::uint64_t key = 0;  ///< hash of the page's site and of what the paragraph says
  std::uint32_t bytes = 0;
};

/// The body of one page, as other pages of its site are compared with it.
struct SitePage {
  std::uint64_t site = 0;       ///< hash of the host of its address, else of its source's name
  std::uint64_t page = 0;       ///< hash of its id
  std::uint64_t sequence = 0;   ///< place in the corpus: of two pages with one id the later counts
  std::vector<SiteLine> lines;  ///< in order; no more than the first and the last 256
};

/// `lines` is empty when nothing tells the article's site.
SitePage site_page(const Article& article, std::uint64_t sequence);

/// Paragraphs that stand on many pages of their site, by their keys, with the number of pages that
/// showed it.
class SiteFurniture {
 public:
  SiteFurniture() = default;
  /// From what `kept` gave.
  explicit SiteFurniture(const std::map<std::string, std::uint64_t>& kept);

  void add(std::uint64_t key, std::uint64_t pages) { pages_[key] += pages; }
  void add(const SiteFurniture& other);
  bool empty() const { return pages_.empty(); }
  bool has(std::uint64_t key) const { return pages_.contains(key); }
  /// For the manifest: the thousand that were on most pages, by their keys as hexadecimal digits.
  std::map<std::string, std::uint64_t> kept() const;

 private:
  std::unordered_map<std::uint64_t, std::uint64_t> pages_;
};

/// Takes such paragraphs out of the article's body to what was stripped, and a headline that says
/// the same as one. Returns their texts, none when nothing else would be left of the article.
std::vector<std::string> strip_site_furniture(Article& article, const SiteFurniture& furniture);

}  // namespace news
