#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <unordered_map>
#include <vector>

#include "common/index/words.h"
#include "searcher/match/highlight_terms.h"

namespace news {

/// Tokens [first, last] of a text that answer one word or phrase of the query.
struct Mark {
  std::size_t first = 0;
  std::size_t last = 0;
  std::size_t what = 0;  ///< the same for all that answers the same word or phrase
};

/// Finds what answers the query in the texts of one segment's articles. One thread; borrows all.
class SegmentTerms {
 public:
  /// Of segment number `segment`, whose words are `list`.
  SegmentTerms(const TextTerms& terms, std::size_t segment, const WordList& list);

  /// What answers the query in a text of these words, in order of its first token.
  std::vector<Mark> find(const std::vector<std::uint32_t>& words);

 private:
  bool may_begin(std::uint32_t word) const {
    return (beginnings_[word / 64 % beginnings_.size()] >> (word % 64) & 1) != 0;
  }
  void note_beginning(std::uint32_t word) {
    beginnings_[word / 64 % beginnings_.size()] |= std::uint64_t{1} << (word % 64);
  }
  bool stands_at(const std::vector<WordNumbers>& phrase, const std::vector<std::uint32_t>& words,
                 std::size_t at) const;
  /// Forms of one word are one word.
  std::size_t what_is(std::uint32_t word);

  const TextTerms& terms_;
  std::size_t segment_;
  const WordList& list_;
  std::vector<std::uint32_t> words_;  ///< that stand by themselves; sorted
  /// One bit for the remainder of each word with which something begins: most words of a text are
  /// none of them.
  std::array<std::uint64_t, 64> beginnings_{};
  std::unordered_map<std::uint32_t, std::size_t> stems_;  ///< of the words met so far
};

}  // namespace news
