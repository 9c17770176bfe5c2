#include "indexer/pipeline/update.h"

#include <algorithm>
#include <chrono>
#include <numeric>
#include <set>

#include "common/base/error.h"
#include "common/index/file_names.h"
#include "indexer/pipeline/build.h"
#include "indexer/pipeline/corpus_runs.h"
#include "indexer/pipeline/index_folder.h"
#include "indexer/pipeline/merge.h"
#include "indexer/pipeline/run_segment.h"
#include "indexer/pipeline/tombstones.h"

namespace news {
namespace {

using SteadyClock = std::chrono::steady_clock;

MergeOptions merge_options(const BuildOptions& options) {
  return {options.jobs, options.memory_bytes};
}

void finish(const IndexFolder& folder, SteadyClock::time_point start, UpdateSummary& summary) {
  if (folder.manifest()) {
    summary.articles = folder.manifest()->articles();
    summary.segments = folder.manifest()->segments.size();
    summary.generation = folder.manifest()->generation;
  }
  summary.seconds = std::chrono::duration<double>(SteadyClock::now() - start).count();
}

void check_same_ranking(const RankingSettings& wanted, const RankingSettings& kept) {
  const bool same = wanted.headline_boost == kept.headline_boost &&
                    wanted.dateline_boost == kept.dateline_boost &&
                    wanted.country_boost == kept.country_boost &&
                    (wanted.pivot_length == 0 || wanted.pivot_length == kept.pivot_length);
  if (same) return;
  throw Error(ErrorKind::Usage,
              "the index was built with other boosts or another pivot length ('newsindex info' "
              "shows them); leave the options out, or build it anew");
}

/// Puts articles into an index, part by part.
class Adder {
 public:
  Adder(IndexFolder& folder, const BuildOptions& options) : folder_(folder), options_(options) {}

  /// Commits a part of the corpus that was read into `segment`.
  void add(const std::filesystem::path& segment, CorpusRuns runs) {
    count(runs);
    if (options_.strict && summary_.rejected > 0) return;
    Manifest manifest = folder_.manifest().value_or(Manifest{});
    const bool is_first = !folder_.manifest();
    settle(runs, manifest);
    const WrittenSegment written =
        write_segment(segment, runs.runs, is_first ? options_.ranking : manifest.ranking,
                      options_.jobs, options_.memory_bytes);
    if (written.info.articles == 0) return;
    Tombstones tombstones(folder_);
    for (const auto& run : runs.runs) {
      for (const RunEntry& entry : run->entries()) tombstones.remove(entry.id);
    }
    manifest.segments = tombstones.write();
    manifest.segments.push_back(written.info);
    manifest.ranking = written.ranking;
    manifest.generation = folder_.next_generation();
    manifest.text_bytes += runs.text_bytes;
    for (const auto& [watched, until] : options_.watched) manifest.watched[watched] = until;
    for (const auto& [kind, number] : runs.rejections) manifest.rejections[kind] += number;
    std::set<std::string> languages(manifest.languages.begin(), manifest.languages.end());
    languages.insert(written.languages.begin(), written.languages.end());
    manifest.languages = {languages.begin(), languages.end()};
    if (tombstones.removed() > 0) {
      manifest.languages = live_languages(folder_, manifest.segments, manifest.languages);
    }
    folder_.commit(manifest);
    summary_.committed = true;
    ++summary_.commits;
    summary_.added += written.info.articles;
    summary_.replaced += tombstones.removed();
    summary_.merges += merge_as_needed(folder_, merge_options(options_));
  }

  UpdateSummary& summary() { return summary_; }

 private:
  void count(const CorpusRuns& runs) {
    summary_.rejected += runs.rejected;
    for (const auto& [kind, number] : runs.rejections) summary_.rejections[kind] += number;
    summary_.text_bytes += runs.text_bytes;
  }

  IndexFolder& folder_;
  const BuildOptions& options_;
  UpdateSummary summary_;
};

}  // namespace

UpdateSummary add_to_index(const std::filesystem::path& index, const BuildOptions& given,
                           bool check_ranking) {
  const auto start = SteadyClock::now();
  BuildOptions options = given;
  IndexFolder folder(index, IndexFolder::Missing::Make, options.lock_wait);
  if (!folder.manifest()) {
    std::error_code ignored;
    if (std::filesystem::exists(manifest_path(index), ignored)) read_manifest(index);
  } else {
    if (check_ranking) check_same_ranking(options.ranking, folder.manifest()->ranking);
    options.ranking = folder.manifest()->ranking;
    // An interrupted merge may have left too many.
    merge_as_needed(folder, merge_options(options));
  }
  Adder adder(folder, options);
  if (options.commit_every == 0) {
    const std::filesystem::path segment = folder.make_segment_folder();
    CorpusRuns runs = read_into_runs(options, segment);
    if (options.on_progress) options.on_progress({0, runs.text_bytes, true});
    adder.add(segment, std::move(runs));
  } else {
    std::filesystem::path segment;
    read_in_parts(
        options, [&] { return segment = folder.make_segment_folder(); },
        [&](CorpusRuns runs) { adder.add(segment, std::move(runs)); });
  }
  folder.sweep();
  UpdateSummary& summary = adder.summary();
  const bool refused = options.strict && summary.rejected > 0;
  if (!summary.committed && !refused) {
    throw Error(ErrorKind::Io, nothing_found(options.corpus, summary.rejected));
  }
  finish(folder, start, summary);
  return std::move(summary);
}

UpdateSummary remove_from_index(const std::filesystem::path& index,
                                const std::vector<std::string>& ids, const BuildOptions& options) {
  return remove_found(index, [&] { return ids; }, options);
}

UpdateSummary remove_found(const std::filesystem::path& index,
                           const std::function<std::vector<std::string>()>& find,
                           const BuildOptions& options) {
  const auto start = SteadyClock::now();
  IndexFolder folder(index, IndexFolder::Missing::Refuse, options.lock_wait);
  UpdateSummary summary;
  Tombstones tombstones(folder);
  const std::vector<std::string> ids = find();
  for (const std::string& id : std::set<std::string>(ids.begin(), ids.end())) {
    if (!tombstones.remove(id)) summary.unknown.push_back(id);
  }
  summary.removed = tombstones.removed();
  if (summary.removed > 0 && !(options.strict && !summary.unknown.empty())) {
    Manifest manifest = *folder.manifest();
    manifest.segments = tombstones.write();
    manifest.languages = live_languages(folder, manifest.segments, manifest.languages);
    manifest.generation = folder.next_generation();
    folder.commit(manifest);
    summary.committed = true;
    ++summary.commits;
    summary.merges = merge_as_needed(folder, merge_options(options));
  }
  finish(folder, start, summary);
  return summary;
}

UpdateSummary compact_index(const std::filesystem::path& index, const BuildOptions& options) {
  const auto start = SteadyClock::now();
  IndexFolder folder(index, IndexFolder::Missing::Refuse, options.lock_wait);
  UpdateSummary summary;
  const std::vector<SegmentInfo>& segments = folder.manifest()->segments;
  if (segments.size() > 1 || (segments.size() == 1 && segments.front().deletions)) {
    std::vector<std::size_t> all(segments.size());
    std::iota(all.begin(), all.end(), 0u);
    merge_segments(folder, all, merge_options(options));
    summary.committed = true;
    ++summary.commits;
    ++summary.merges;
  }
  finish(folder, start, summary);
  return summary;
}

}  // namespace news
