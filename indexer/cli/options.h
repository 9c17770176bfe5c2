#pragma once

#include <CLI/CLI.hpp>

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "common/index/manifest.h"
#include "indexer/clean/clean.h"
#include "indexer/pipeline/build_options.h"
#include "indexer/reader/format.h"

namespace news {

/// `-i/--index`.
struct IndexOption {
  std::string path;
  void add_to(CLI::App& command);
  /// The index meant: the option, $NEWSINDEX or ./news.index.
  std::filesystem::path get() const;
};

/// What to read and how: the corpus, `--format`, `--map`, `--language`, `--date-order`,
/// `--timezone`.
struct CorpusOptions {
  std::vector<std::string> corpus;
  std::string format = "auto";
  std::vector<std::string> mapping;
  CleanOptions cleaning;

  void add_to(CLI::App& command, const std::string& what);
  /// Throws Error{Usage} for a mapping that is no FIELD=KEY.
  ReadOptions reading() const;
  /// Throws Error{Usage} for a language or a zone that there isn't.
  CleanOptions checked_cleaning() const;
};

/// How a writer works: `--jobs`, `--memory`, `--lock-wait`, `--json`.
struct WriterOptions {
  unsigned jobs = 0;  ///< 0: as many as the machine has cores
  std::string memory = "1G";
  double lock_wait = 0;
  bool json = false;

  void add_to(CLI::App& command);
  unsigned thread_count() const;
  /// Throws Error{Usage} when `--memory` is no size or too small to work with.
  std::uint64_t memory_bytes() const;
  /// Puts what was given where the pipeline reads it. Throws as `memory_bytes` does.
  void apply(BuildOptions& options) const;
};

/// How a reader of a corpus reports: `--strict`, `--rejects`, `--progress`.
struct ReportOptions {
  bool strict = false;
  std::string rejects_path;
  std::string progress = "auto";

  void add_to(CLI::App& command);
};

/// `--boost` and `--pivot-length`.
struct RankingOptions {
  std::vector<std::string> boosts;
  double pivot_length = 0;

  void add_to(CLI::App& command);
  /// Throws Error{Usage} for a boost that can't be read.
  RankingSettings get() const;
  bool given() const { return !boosts.empty() || pivot_length > 0; }
};

}  // namespace news
