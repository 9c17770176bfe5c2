#pragma once

#include <CLI/CLI.hpp>

#include <functional>
#include <string>

#include "indexer/cli/options.h"
#include "indexer/pipeline/build_options.h"

namespace news {

/// The options of a command that puts a corpus into an index, and the work around it.
struct CorpusTask {
  IndexOption index;
  CorpusOptions corpus;
  WriterOptions writer;
  ReportOptions report;
  RankingOptions ranking;

  void add_to(CLI::App& command);
  /// Runs `work` with these options, while rejections and progress are shown. Throws
  /// Error{Usage} for options that can't be read, and what `work` throws.
  void run(const std::function<void(const BuildOptions&)>& work) const;
};

/// Says that nothing was changed because of rejections under --strict.
void print_strict_failure(std::uint64_t rejected, const std::string& index);

}  // namespace news
