#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "common/base/raw_vector.h"
#include "common/index/posting_file.h"

namespace news {

/// Articles and their impacts, side by side.
struct PostingBlock {
  RawVector<std::uint32_t> articles;
  RawVector<std::uint32_t> impacts;
};

/// Unions of posting lists of one file, by their terms: cursors that are given the same one hold
/// each union once, however often a query asks for it. One thread.
using PostingUnions = std::map<std::vector<std::string>, std::shared_ptr<const PostingBlock>>;

/// The articles that have any of some terms, in ascending order, each with the largest impact
/// among them. Works block by block: a block is what one chunk of a posting list holds, or the
/// union of all of them when there is more than one term. One thread; borrows the file. Throws
/// Error{Index} on damage.
class PostingCursor {
 public:
  /// What `article` is at the end: greater than every article.
  static constexpr std::uint32_t kEnd = UINT32_MAX;

  /// Stands on the first article. The segment of `file` has so many. Borrows `unions` for now.
  PostingCursor(const PostingFile& file, std::uint64_t articles,
                const std::vector<std::string>& terms, PostingUnions* unions = nullptr);
  PostingCursor(PostingCursor&&) noexcept = default;
  PostingCursor& operator=(PostingCursor&&) noexcept = default;

  /// Articles of all terms together: at least as many as there are.
  std::uint64_t frequency() const { return frequency_; }

  std::uint32_t article() const { return articles_[at_]; }
  std::uint32_t impact() const { return impacts_[at_]; }

  void next() {
    if (++at_ == size_) next_block();
  }
  /// Moves to the first article that is `target` or after it; never back.
  void skip_to(std::uint32_t target) {
    if (article() < target) advance_to(target);
  }

  /// Hands on every article before `end` with its impact, and moves to the first that is not.
  template <typename Use>
  void for_each_before(std::uint32_t end, Use use) {
    while (article() < end) {
      const std::uint32_t* const articles = articles_;
      const std::uint32_t* const impacts = impacts_;
      const std::size_t size = size_;
      std::size_t i = at_;
      for (; i < size && articles[i] < end; ++i) use(articles[i], impacts[i]);
      at_ = i;
      if (at_ == size_) next_block();
    }
  }

 private:
  void advance_to(std::uint32_t target);
  void next_block();
  void read_chunk();
  PostingBlock merge(std::vector<PostingFile::List> lists) const;
  void end();

  const PostingFile* file_;
  std::uint64_t most_;  ///< the greatest number of an article
  std::vector<PostingFile::List> list_;  ///< the one list read by chunk; none for a union
  std::uint64_t frequency_ = 0;
  PostingBlock chunk_;                         ///< what was read of the one list
  std::shared_ptr<const PostingBlock> union_;  ///< of several lists
  // The block, in one of these; after the last one a block of kEnd.
  const std::uint32_t* articles_ = nullptr;
  const std::uint32_t* impacts_ = nullptr;
  std::size_t at_ = 0;
  std::size_t size_ = 0;
};

}  // namespace news
