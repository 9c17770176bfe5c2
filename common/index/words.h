#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/index/deletions.h"
#include "common/index/framed_file.h"

namespace news {

/// A word as the file has it: a spelling as one language stems it. Two words may share a spelling
/// when the stemmers of two languages disagree about it.
struct WordEntry {
  std::uint32_t number = 0;
  std::uint64_t frequency = 0;
  std::uint32_t stem = 0;  ///< number of its stem, for `WordList::stem`
  std::string spelling;         ///< as `spelling_of` makes it
  std::string folded;           ///< `fold(spelling)`: what a query word is compared with
};

/// Writes the file `words` of a segment: all stems, then all words. Words are numbered from 0 by
/// frequency, so that frequent words get short codes in the token stream; the caller does that.
/// Holds some five bytes a word. One thread. Throws Error{Io}.
class WordsWriter {
 public:
  /// For so many words.
  WordsWriter(const std::filesystem::path& path, std::uint32_t words);

  /// The next stem in order of bytes, with the numbers of its words, ascending. Stems are numbered
  /// from 0 as they come.
  void add_stem(std::string_view stem, const std::vector<std::uint32_t>& numbers);
  /// The next word in order of folded spelling, spelling and stem; `entry.stem` is a number.
  void add_word(const WordEntry& entry);
  void finish();

 private:
  /// Remembers where each group of entries begins.
  class Groups {
   public:
    /// An entry is about to be written at `offset`. True when it begins a group.
    bool entry(std::uint64_t offset);
    std::uint64_t size() const { return size_; }
    /// Writes the offsets, with the end of the last group as one more, and returns where they are.
    std::uint64_t write(FramedWriter& out);

   private:
    std::string offsets_;
    std::uint64_t size_ = 0;
  };

  FramedWriter out_;
  Groups stems_;
  Groups words_;
  std::uint64_t stem_groups_ = 0;
  std::string before_;  ///< the text that the next one is front-coded against
  std::string entry_;
  std::vector<std::uint32_t> rank_of_;  ///< place in the list of words, of each number
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
  /// How many of them are words of stripped text (see `kOtherMark`).
  std::uint32_t marked_count() const;
  std::uint32_t stem_count() const { return stem_count_; }

  WordEntry word(std::uint32_t number) const;
  std::string stem(std::uint32_t stem_number) const;
  /// The number of a stem; nothing when no word has it.
  std::optional<std::uint32_t> find_stem(std::string_view stem) const;

  /// All words with this folded spelling.
  std::vector<WordEntry> with_folded(std::string_view folded) const;
  /// Words whose folded spelling starts with `prefix`, in order, `limit` at most.
  std::vector<WordEntry> with_prefix(std::string_view prefix, std::size_t limit) const;
  /// Numbers of all words with this stem, ascending; none when no word has it.
  std::vector<std::uint32_t> numbers_with_stem(std::string_view stem) const;

  void verify() const { file_.verify(); }

 private:
  struct Row;
  class Reader;
  WordEntry entry(std::uint32_t rank) const;
  /// Hands on the folded spelling and the row of every word from `folded` on, in order, until `use`
  /// returns false.
  template <typename Use>
  void for_each_from(std::string_view folded, Use use) const;
  bool subtract_deletions(Row& row) const;
  bool is_live(std::uint32_t number) const;
  std::uint32_t first_group_at_or_before(std::string_view folded) const;
  /// How many words sort before `folded`.
  std::uint32_t rank_of(std::string_view folded) const;
  /// The stem's number and its words', which may be those of removed articles only.
  std::optional<std::pair<std::uint32_t, std::vector<std::uint32_t>>> find_in_stems(
      std::string_view stem) const;

  FramedFile file_;
  const Deletions* deletions_ = nullptr;
  std::uint32_t word_count_ = 0;
  std::uint32_t stem_count_ = 0;
  std::uint64_t word_groups_ = 0;  ///< offset of the offsets of groups of words
  std::uint64_t stem_groups_ = 0;
  std::uint64_t ranks_ = 0;  ///< offset of the rank of each number
};

}  // namespace news
