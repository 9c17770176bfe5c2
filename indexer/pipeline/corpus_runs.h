#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <vector>

#include "indexer/clean/clean.h"
#include "indexer/clean/site_evidence.h"
#include "indexer/pipeline/build_options.h"
#include "indexer/pipeline/open_dates.h"
#include "indexer/pipeline/waiting_pages.h"
#include "indexer/segment/article_run.h"

namespace news {

/// What reading a corpus left: runs that aren't finished, and what waits to be settled.
struct CorpusRuns {
  std::vector<std::unique_ptr<ArticleRun>> runs;
  std::vector<OpenDates> dates;                     ///< of each run
  std::vector<WaitingPages> pages;                  ///< of each run
  SiteEvidence evidence{0};                         ///< of all pages
  std::map<std::string, std::uint64_t> rejections;  ///< by kind
  std::uint64_t rejected = 0;
  std::uint64_t text_bytes = 0;
};

/// Finishes the runs, each on a thread of its own: pages without the paragraphs that are on many
/// pages of their site, dates in the order of day and month that their source has. Both by what
/// these articles and the manifest's earlier ones show; the manifest then knows both.
void settle(CorpusRuns& read, Manifest& manifest);

/// Reads, cleans and analyses a corpus on `options.jobs` threads besides the calling one, which
/// reads. What doesn't fit the memory allowed goes to temporary files in `scratch`. Throws what
/// reading throws.
CorpusRuns read_into_runs(const BuildOptions& options, const std::filesystem::path& scratch);

/// The same in parts of `options.commit_every` records each, in order of the corpus. `use` takes
/// a part when it is whole, before more is read; `scratch` names a folder for the next one.
void read_in_parts(const BuildOptions& options,
                   const std::function<std::filesystem::path()>& scratch,
                   const std::function<void(CorpusRuns)>& use);

/// Reads and cleans a corpus on the calling thread, in order, for `extract` and `explain`.
void read_and_clean(const std::vector<std::string>& corpus, const ReadOptions& reading,
                    const CleanOptions& cleaning,
                    const std::function<void(const CleanResult&)>& use,
                    const std::function<void(const Rejection&)>& reject);

}  // namespace news
