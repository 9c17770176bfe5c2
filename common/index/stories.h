#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "common/base/civil_time.h"
#include "common/index/columns.h"

namespace news {

/// Fingerprints of near copies differ in so many bits at most. See docs/INDEX_FORMAT.md for what
/// this finds and misses.
inline constexpr int kNearCopyBits = 12;
/// Near copies are published within this time of each other: what returns every week in the same
/// words is news again.
inline constexpr UnixSeconds kNearCopySeconds = 3 * 86400;

/// What tells whether an article is a copy.
struct CopyKey {
  std::uint64_t fingerprint = 0;  ///< 0: of nothing
  UnixSeconds published = 0;
  bool dated = false;  ///< to the day at least
};

/// Of article `number`, from 1.
CopyKey copy_key(const Columns& columns, std::uint64_t number);

/// True for the same text whenever it was published, and for nearly the same text published at
/// about the same time, or at a time that isn't known.
bool are_near_copies(const CopyKey& a, const CopyKey& b);

/// Groups articles into stories: two are of one story when a chain of near copies leads from one
/// to the other. What the stories are doesn't depend on the order of the articles. One thread.
class StoryFinder {
 public:
  explicit StoryFinder(std::vector<CopyKey> articles);

  std::size_t size() const { return articles_.size(); }
  /// True when the article's story was taken.
  bool is_taken(std::size_t article) const { return taken_[article]; }
  /// All articles of the story that holds `article`, that one first; takes the story. The article
  /// is not taken yet. Costs a look at every article of about the same time, for each of the story.
  std::vector<std::size_t> take_story(std::size_t article);

 private:
  struct Stretch {
    std::size_t begin = 0;
    std::size_t end = 0;
  };
  void take(std::size_t article, std::vector<std::size_t>& story);
  std::size_t first_from(UnixSeconds seconds) const;
  void add_copies(const CopyKey& key, Stretch stretch, std::vector<std::size_t>& story);
  void add_same_text(std::uint64_t fingerprint, std::vector<std::size_t>& story);

  std::vector<CopyKey> articles_;
  std::vector<bool> taken_;
  // Dated articles by time, undated ones after them: fingerprints apart, for a quick scan.
  std::vector<std::size_t> by_time_;
  std::vector<std::uint64_t> fingerprints_by_time_;
  std::size_t undated_begin_ = 0;
  std::vector<std::size_t> by_fingerprint_;
};

}  // namespace news
