#include "indexer/pipeline/build.h"

#include <chrono>

#include "common/base/error.h"
#include "common/base/text.h"
#include "indexer/pipeline/corpus_runs.h"
#include "indexer/pipeline/index_folder.h"
#include "indexer/pipeline/run_segment.h"

namespace news {

std::string nothing_found(const std::vector<std::string>& corpus, std::uint64_t rejected) {
  const std::string where = "'" + join(corpus, "', '") + "'";
  return rejected == 0 ? "there are no articles in " + where
                       : "none of the " + std::to_string(rejected) + " records in " + where +
                             " is an article";
}

BuildSummary build_index(const std::filesystem::path& index, const BuildOptions& options) {
  const auto start = std::chrono::steady_clock::now();
  IndexFolder folder(index, IndexFolder::Missing::Make, options.lock_wait);
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
  Manifest manifest;
  settle(runs, manifest);
  const WrittenSegment written =
      write_segment(segment, runs.runs, options.ranking, options.jobs, options.memory_bytes);
  if (written.info.articles == 0) {
    folder.sweep();
    throw Error(ErrorKind::Io, nothing_found(options.corpus, runs.rejected));
  }
  manifest.generation = folder.next_generation();
  manifest.ranking = written.ranking;
  manifest.languages = written.languages;
  manifest.rejections = runs.rejections;
  manifest.text_bytes = runs.text_bytes;
  manifest.segments.push_back(written.info);
  folder.commit(manifest);

  summary.committed = true;
  summary.articles = written.info.articles;
  summary.replaced = written.replaced;
  for (const SegmentFile& file : written.info.files) summary.index_bytes += file.bytes;
  summary.generation = manifest.generation;
  summary.seconds =
      std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  return summary;
}

}  // namespace news
