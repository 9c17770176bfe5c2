#include "indexer/pipeline/build.h"

#include <chrono>
#include <set>

#include "common/base/error.h"
#include "common/base/text.h"
#include "indexer/pipeline/corpus_runs.h"
#include "indexer/pipeline/index_folder.h"
#include "indexer/pipeline/segment_build.h"
#include "indexer/pipeline/thread_group.h"

namespace news {
namespace {

// The share of the memory bound for postings, which are gathered while the articles still wait.
constexpr double kPostingShare = 0.25;

std::vector<std::string> languages_of(const CorpusRuns& runs) {
  std::set<std::string> languages;
  for (const auto& run : runs.runs) {
    for (const std::string& language : run->vocabulary().languages()) languages.insert(language);
  }
  return {languages.begin(), languages.end()};
}

std::string nothing_found(const std::vector<std::string>& corpus, const CorpusRuns& runs) {
  const std::string where = "'" + join(corpus, "', '") + "'";
  return runs.rejected == 0 ? "there are no articles in " + where
                            : "none of the " + std::to_string(runs.rejected) + " records in " +
                                  where + " is an article";
}

void complete(SegmentPlan& plan, const std::filesystem::path& segment, unsigned jobs) {
  ThreadGroup threads([] {});
  const auto train = [&] { plan.train_dictionary(); };
  if (jobs > 1) threads.start(train);
  threads.run([&] { plan.number_words(segment); });
  if (jobs == 1) threads.run(train);
  threads.join();
}

/// Writes the segment and commits it as the whole index.
Manifest write_segment(IndexFolder& folder, const std::filesystem::path& segment,
                       const SegmentPlan& plan, const CorpusRuns& runs,
                       const std::vector<std::string>& languages, const BuildOptions& options) {
  Manifest manifest;
  manifest.generation = folder.manifest() ? folder.manifest()->generation + 1 : 1;
  manifest.ranking = plan.ranking();
  manifest.languages = languages;
  manifest.rejections = runs.rejections;
  manifest.text_bytes = runs.text_bytes;
  const auto posting_memory =
      static_cast<std::uint64_t>(kPostingShare * static_cast<double>(options.memory_bytes));
  manifest.segments.push_back(
      build_segment(segment, plan, options.jobs, posting_memory, segment));
  folder.commit(manifest);
  return manifest;
}

}  // namespace

BuildSummary build_index(const std::filesystem::path& index, const BuildOptions& options) {
  const auto start = std::chrono::steady_clock::now();
  IndexFolder folder(index);
  const std::filesystem::path segment = folder.make_segment_folder();
  CorpusRuns runs = read_into_runs(options, segment);
  BuildSummary summary;
  summary.rejected = runs.rejected;
  summary.rejections = runs.rejections;
  summary.text_bytes = runs.text_bytes;
  if (options.strict && runs.rejected > 0) {
    folder.sweep();
    return summary;
  }
  if (options.on_progress) options.on_progress({0, runs.text_bytes, true});
  SegmentPlan plan(runs.runs, options.ranking);
  if (plan.size() == 0) {
    folder.sweep();
    throw Error(ErrorKind::Io, nothing_found(options.corpus, runs));
  }
  complete(plan, segment, options.jobs);
  const std::vector<std::string> languages = languages_of(runs);
  for (const auto& run : runs.runs) run->forget_vocabulary();
  const Manifest manifest = write_segment(folder, segment, plan, runs, languages, options);

  summary.committed = true;
  summary.articles = plan.size();
  summary.replaced = plan.replaced();
  for (const SegmentFile& file : manifest.segments.front().files) {
    summary.index_bytes += file.bytes;
  }
  summary.generation = manifest.generation;
  summary.seconds =
      std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  return summary;
}

}  // namespace news
