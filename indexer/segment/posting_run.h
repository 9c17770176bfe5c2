#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/segment/blob_store.h"
#include "indexer/segment/posting_list_writer.h"
#include "indexer/segment/sorted_runs.h"
#include "indexer/segment/string_table.h"

namespace news {

/// Postings filed under their terms as articles come by in ascending order: an inverted index in
/// memory, put away as sorted runs when it grows over its bound. One thread.
class PostingRun {
 public:
  PostingRun(const std::filesystem::path& scratch, std::size_t memory_bytes);

  /// Number of a term, for `add`. Numbers are good until `end_article`.
  std::uint32_t term(std::string_view term);
  // For who adds many postings, which would else wait for memory most of the time: has the
  // processor fetch the list of a term, and a little later where it ends.
  void prefetch_list(std::uint32_t term) const { __builtin_prefetch(&lists_[term]); }
  void prefetch_end(std::uint32_t term) const {
    const std::string& bytes = lists_[term].bytes;
    __builtin_prefetch(bytes.data() + bytes.size(), 1);
  }
  /// Adds a posting; articles never descend, and a term gets an article once.
  void add(std::uint32_t term, std::uint32_t article, std::uint32_t wdf);
  /// Called between articles: puts away what is over the bound, in which what the caller holds for
  /// its numbers of terms counts. True when it did, and those numbers are void.
  bool end_article(std::size_t callers_bytes = 0);

  /// Merges all that several runs hold and hands it to the writer, term by term.
  static void merge(std::vector<PostingRun>& runs, PostingListWriter& writer);

 private:
  struct List {
    std::string bytes;  ///< article differences and wdf, as varints
    std::uint32_t last = 0;
  };
  class MemorySource;

  void spill();

  std::size_t limit_;
  std::size_t list_bytes_ = 0;
  StringTable terms_;
  std::vector<List> lists_;  ///< of each term
  BlobStore blobs_;
  std::vector<SortedRun> spills_;
};

}  // namespace news
