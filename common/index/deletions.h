#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <vector>

#include "common/index/framed_file.h"

namespace news {

/// Articles that were removed from a segment, as a writer gathers them. A value.
struct DeletedArticles {
  std::vector<std::uint64_t> bits;  ///< bit n - 1 is article n
  std::uint64_t count = 0;
  /// Occurrences of words (by number in the segment) in the removed articles.
  std::map<std::uint32_t, std::uint64_t> occurrences;

  explicit DeletedArticles(std::uint64_t articles) : bits((articles + 63) / 64) {}
  /// False when it was removed before.
  bool add(std::uint64_t number);
};

/// Writes a file of deletions and makes it durable. Throws Error{Io}.
void write_deletions(const std::filesystem::path& path, std::uint64_t articles,
                     const DeletedArticles& deleted);

/// Which articles of a segment are removed, and how often its words occur in them. The list of
/// articles is read when it is opened. Many threads. Throws Error{Index} on damage.
class Deletions {
 public:
  /// `articles`: of the segment.
  Deletions(const std::filesystem::path& path, std::uint64_t articles);

  std::uint64_t count() const { return count_; }
  /// True when article `number`, from 1, is removed.
  bool contains(std::uint64_t number) const {
    return (bits_[(number - 1) / 64] >> ((number - 1) % 64) & 1) != 0;
  }
  /// The first removed article from `number` on; nothing when there is none.
  std::optional<std::uint64_t> next(std::uint64_t number) const;
  /// Occurrences of a word in the removed articles.
  std::uint64_t occurrences(std::uint32_t word) const;

  /// All of it, for a writer to add to.
  DeletedArticles read() const;
  void verify() const { file_.verify(); }

 private:
  std::uint64_t word_entry(std::uint64_t i) const;

  FramedFile file_;
  std::uint64_t articles_;
  std::uint64_t count_ = 0;
  std::uint64_t words_ = 0;        ///< words with occurrences
  std::uint64_t words_begin_ = 0;  ///< offset of their entries
  std::vector<std::uint64_t> bits_;
};

}  // namespace news
