#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <unordered_map>
#include <vector>

#include "common/index/words.h"
#include "indexer/segment/blob_store.h"
#include "indexer/segment/word_chapter.h"

namespace news {

/// A word of a chapter as its segment knows it.
struct WordUse {
  std::uint32_t number = 0;     ///< in the token stream
  std::uint32_t stem : 31 = 0;  ///< for `WordList::stem`
  std::uint32_t is_ideograph : 1 = 0;
};

/// Merges the words of all chapters of a segment, numbers them and writes the file `words`. Holds
/// some 20 bytes for each different word while it does so, and besides that what it is allowed.
/// When it is made, many threads may read it.
class WordNumbering {
 public:
  struct Source {
    const BlobStore* blobs = nullptr;
    WordChapter chapter;
    /// How often each word, by its number in the chapter, is in articles that are left out; empty:
    /// never.
    std::vector<std::uint32_t> left_out;
  };

  /// Borrows `sources` while it is made. `scratch` takes temporary files. Throws Error{Io}.
  WordNumbering(const std::vector<Source>& sources, const std::filesystem::path& words_path,
                const std::filesystem::path& scratch, std::size_t memory_bytes);

  /// The word that has `number` in a chapter, which is its place among the sources. It is one of an
  /// article that is not left out.
  WordUse use(std::uint32_t chapter, std::uint32_t number) const;
  /// Spelling of a word that is one ideograph, by its number.
  const std::string& ideograph(std::uint32_t number) const { return ideographs_.at(number); }

 private:
  struct Chapter {
    std::uint32_t size = 0;
    std::vector<WordUse> first;  ///< the words met first, which are the commonest
    std::uint64_t offset = 0;    ///< of all of them in `uses_`
    /// While it is made: for each word in order of key, how far its rank is from that of the one
    /// before it; 0: only articles that are left out have it.
    std::string rank_steps;
  };
  struct Numbers;

  void merge(const std::vector<Source>& sources, std::size_t memory_bytes, BlobStore& ranked,
             SortedRun& run, Numbers& numbers);
  void keep_uses(const std::vector<Source>& sources, const Numbers& numbers,
                 std::size_t memory_bytes);

  std::vector<Chapter> chapters_;
  BlobStore uses_;
  std::unordered_map<std::uint32_t, std::string> ideographs_;
};

}  // namespace news
