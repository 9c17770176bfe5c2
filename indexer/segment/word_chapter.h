#pragma once

#include <cstdint>

#include "indexer/segment/blob_store.h"
#include "indexer/segment/sorted_runs.h"
#include "indexer/segment/vocabulary.h"

namespace news {

/// The words of some articles of a run, put away. The codes of those articles are numbers in it.
struct WordChapter {
  SortedRun words;         ///< in order of folded spelling, spelling, stem
  std::uint32_t size = 0;  ///< numbers go from 0 to this
};

/// Puts the words of a vocabulary away. Throws Error{Io}.
WordChapter put_away(const Vocabulary& vocabulary, BlobStore& blobs);

/// A word of a chapter; views into the entry it was read from.
struct ChapterWord {
  std::string_view spelling;
  std::string_view folded;
  std::string_view stem;
};
/// Takes the key of an entry apart.
ChapterWord word_of_key(std::string_view key);

/// What a chapter says of one of its words.
struct ChapterUse {
  std::uint32_t number = 0;     ///< in the chapter
  std::uint64_t frequency = 0;  ///< in the articles of the chapter
};
ChapterUse use_of_value(std::string_view value);

}  // namespace news
