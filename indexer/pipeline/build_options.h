#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "common/article/rejection.h"
#include "common/index/manifest.h"
#include "indexer/clean/clean.h"
#include "indexer/reader/format.h"

namespace news {

/// How far a build is; called now and then from the thread that reads.
struct BuildProgress {
  std::uint64_t articles = 0;
  std::uint64_t bytes = 0;  ///< of the corpus, read so far
  bool writing = false;     ///< all is read; the segment is being written
};

/// What to build, and how.
struct BuildOptions {
  std::vector<std::string> corpus;  ///< files, folders, "-"
  ReadOptions reading;
  CleanOptions cleaning;
  RankingSettings ranking;
  unsigned jobs = 1;
  std::uint64_t memory_bytes = 1u << 30;
  bool strict = false;  ///< a rejection: nothing is committed
  std::uint64_t commit_every = 0;  ///< adding: records between commits; 0: one commit at the end
  double lock_wait = 0;            ///< seconds to wait for another writer to finish
  /// Adding from a watched folder: what to put into `Manifest::watched`.
  std::map<std::string, std::int64_t> watched;
  /// Called for each rejection, one at a time, from any thread. May be empty.
  std::function<void(const Rejection&)> on_rejection;
  std::function<void(const BuildProgress&)> on_progress;  ///< may be empty
};

/// What a build did.
struct BuildSummary {
  bool committed = false;  ///< false only under `strict`
  std::uint64_t articles = 0;
  std::uint64_t replaced = 0;    ///< articles that gave way to a newer one with the same id
  std::uint64_t rejected = 0;
  std::uint64_t text_bytes = 0;  ///< read from the corpus
  std::uint64_t index_bytes = 0;
  std::uint64_t generation = 0;
  double seconds = 0;
  std::map<std::string, std::uint64_t> rejections;  ///< by kind of reason
};

/// The kind of a rejection: what stands before the first colon of its reason.
std::string rejection_kind(const Rejection& rejection);

}  // namespace news
