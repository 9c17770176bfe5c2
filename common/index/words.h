#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "common/index/deletions.h"
#include "common/index/framed_file.h"

namespace news {

/// One word of a segment: a spelling as one language stems it. Two words may share a spelling when
/// the stemmers of two languages disagree about it.
struct Word {
  std::string spelling;          ///< as `spelling_of` makes it
  std::string folded;            ///< `fold(spelling)`: what a query word is compared with
  std::string stem;              ///< the term its postings are filed under
  std::uint64_t frequency = 0;   ///< occurrences in the segment
};

/// Writes the file `words` of a segment and numbers the words: 0 is the most frequent, so that
/// frequent words get short codes in the token stream. Returns the number of each of `words`.
/// The result depends on the set of words only, not on their order.
std::vector<std::uint32_t> write_words(const std::filesystem::path& path,
                                       const std::vector<Word>& words);

/// A word as it was found in the file.
struct WordEntry {
  std::uint32_t number = 0;
  std::uint64_t frequency = 0;
  std::uint32_t stem = 0;  ///< number of its stem, for `WordList::stem`
  std::string spelling;
  std::string folded;
};

/// The words of a segment, in place: sorted by folded spelling and front-coded, so that a lookup
/// reads a few groups. Many threads. Throws Error{Index} on damage.
class WordList {
 public:
  explicit WordList(const std::filesystem::path& path);

  /// From now on words that only removed articles have are passed over, by all but `word`, and
  /// frequencies are of the others. Borrowed; called before the list is used.
  void leave_out(const Deletions& deletions) { deletions_ = &deletions; }

  std::uint32_t size() const { return word_count_; }
  std::uint32_t stem_count() const { return stem_count_; }

  WordEntry word(std::uint32_t number) const;
  std::string stem(std::uint32_t stem_number) const;

  /// All words with this folded spelling.
  std::vector<WordEntry> with_folded(std::string_view folded) const;
  /// Words whose folded spelling starts with `prefix`, in order, `limit` at most.
  std::vector<WordEntry> with_prefix(std::string_view prefix, std::size_t limit) const;
  /// Numbers of all words with this stem, ascending; none when no word has it.
  std::vector<std::uint32_t> numbers_with_stem(std::string_view stem) const;

  void verify() const { file_.verify(); }

 private:
  class Reader;
  WordEntry entry(std::uint32_t rank) const;
  bool subtract_deletions(WordEntry& entry) const;
  bool is_live(std::uint32_t number) const;
  std::uint32_t first_group_at_or_before(std::string_view folded) const;

  FramedFile file_;
  const Deletions* deletions_ = nullptr;
  std::uint32_t word_count_ = 0;
  std::uint32_t stem_count_ = 0;
  std::uint64_t word_groups_ = 0;  ///< offset of the offsets of groups of words
  std::uint64_t stem_groups_ = 0;
  std::uint64_t ranks_ = 0;  ///< offset of the rank of each number
};

}  // namespace news
