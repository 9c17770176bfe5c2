#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/segment/blob_store.h"

namespace news {

/// Entries in ascending order of their keys, which differ. One thread.
class EntrySource {
 public:
  virtual ~EntrySource() = default;
  /// Moves to the next entry; false at the end.
  virtual bool next() = 0;
  /// Good until the next move.
  std::string_view key() const { return key_; }
  std::string_view value() const { return value_; }

 protected:
  std::string_view key_;
  std::string_view value_;
};

/// Where entries that were put away stand in a blob store.
struct SortedRun {
  std::uint64_t begin = 0;
  std::uint64_t end = 0;
};

/// Puts entries away in a blob store, one after the other. One thread; borrows the store, to which
/// nothing else is appended meanwhile.
class SortedRunWriter {
 public:
  explicit SortedRunWriter(BlobStore& blobs) : blobs_(blobs), run_{blobs.size(), 0} {}
  /// Keys ascend and differ.
  void add(std::string_view key, std::string_view value);
  SortedRun finish();

 private:
  BlobStore& blobs_;
  SortedRun run_;
  std::string piece_;
};

/// More than this is not read at a time, unless an entry is longer.
inline constexpr std::size_t kMostWindow = 256u << 10;

/// Reads a run, holding `window_bytes` or one entry in memory. Borrows the store.
std::unique_ptr<EntrySource> read_run(const BlobStore& blobs, SortedRun run,
                                      std::size_t window_bytes = kMostWindow);

/// What each of `sources` windows may hold when all of them share `memory_bytes`.
std::size_t window_for(std::size_t memory_bytes, std::size_t sources);

/// Several sources as one. Its work grows with the logarithm of their number. One thread.
class SourceMerge {
 public:
  explicit SourceMerge(std::vector<std::unique_ptr<EntrySource>> sources);

  /// Moves to the next key; false at the end.
  bool next();
  /// The key, good until the next move.
  std::string_view key() const { return sources_[at_key_.front()]->key(); }
  /// Which sources have the key, ascending.
  const std::vector<std::uint32_t>& at_key() const { return at_key_; }
  std::string_view value(std::uint32_t source) const { return sources_[source]->value(); }

 private:
  bool is_later(std::uint32_t a, std::uint32_t b) const;
  void enter(std::uint32_t source);

  std::vector<std::unique_ptr<EntrySource>> sources_;
  std::vector<std::uint32_t> heap_;  ///< sources beyond the key; the first of them in front
  std::vector<std::uint32_t> at_key_;
};

/// Sorts entries, more than fit in memory. One thread. Throws Error{Io}.
class EntrySorter {
 public:
  /// Holds about `memory_bytes`; what is beyond goes to a temporary file in `scratch`.
  EntrySorter(std::filesystem::path scratch, std::size_t memory_bytes);
  /// Keys differ; they may come in any order.
  void add(std::string_view key, std::string_view value);
  /// All entries in order; the sorter has to outlive them.
  SourceMerge finish();

 private:
  struct Entry {
    std::uint64_t begin = 0;  ///< of the key in `bytes_`; its value follows
    std::uint32_t key_bytes = 0;
    std::uint32_t value_bytes = 0;
  };
  std::string_view key_of(const Entry& entry) const;
  void put_away();

  std::size_t memory_bytes_;
  std::string bytes_;
  std::vector<Entry> entries_;
  BlobStore blobs_;
  std::vector<SortedRun> runs_;
};

}  // namespace news
