#include "indexer/pipeline/merge.h"

#include <algorithm>
#include <numeric>

#include "common/index/file_names.h"
#include "common/index/segment.h"
#include "indexer/pipeline/run_segment.h"
#include "indexer/pipeline/thread_group.h"

namespace news {
namespace {

constexpr std::uint64_t kDeletedShare = 3;   // one part in so many
constexpr std::uint64_t kLargerNext = 2;     // times what is below it
constexpr std::uint64_t kPartArticles = 2000;  // fewer aren't worth a thread of their own

/// Puts every `parts`-th live article of a segment into a run.
void read_live(const Segment& segment, ArticleRun& run, unsigned part, unsigned parts,
               std::uint64_t& sequence) {
  for (std::uint64_t number = 1 + part; number <= segment.size(); number += parts) {
    if (!segment.is_deleted(number)) run.add(segment.article(number), sequence++);
  }
}

std::vector<std::unique_ptr<ArticleRun>> read_segments(const IndexFolder& folder,
                                                       const std::vector<SegmentInfo>& infos,
                                                       const std::filesystem::path& scratch,
                                                       const MergeOptions& options) {
  std::uint64_t articles = 0;
  for (const SegmentInfo& info : infos) articles += info.live();
  const auto parts = static_cast<unsigned>(
      std::clamp<std::uint64_t>(articles / kPartArticles, 1, options.jobs));
  std::vector<std::unique_ptr<ArticleRun>> runs;
  ThreadGroup threads([] {});
  for (unsigned part = 0; part < parts; ++part) {
    runs.push_back(std::make_unique<ArticleRun>(part, scratch,
                                                run_memory(options.memory_bytes, parts),
                                                folder.manifest()->ranking));
    const auto work = [&folder, &infos, part, parts, run = runs.back().get()] {
      std::uint64_t sequence = 0;
      for (const SegmentInfo& info : infos) {
        // A segment's files belong to one thread.
        const Segment segment(segment_path(folder.path(), info.id), info);
        read_live(segment, *run, part, parts, sequence);
      }
      run->finish();
    };
    if (part + 1 < parts) {
      threads.start(work);
    } else {
      threads.run(work);
    }
  }
  threads.join();
  return runs;
}

}  // namespace

std::vector<std::size_t> choose_merge(const std::vector<SegmentInfo>& segments) {
  for (std::size_t i = 0; i < segments.size(); ++i) {
    if (segments[i].deleted * kDeletedShare >= segments[i].articles) return {i};
  }
  if (segments.size() < kMaxSegments) return {};
  std::vector<std::size_t> smallest_first(segments.size());
  std::iota(smallest_first.begin(), smallest_first.end(), 0u);
  const auto live = [&](std::size_t i) { return segments[smallest_first[i]].live(); };
  std::stable_sort(smallest_first.begin(), smallest_first.end(), [&](std::size_t a, std::size_t b) {
    return segments[a].live() < segments[b].live();
  });
  std::uint64_t sum = live(0) + live(1);
  std::size_t count = 2;
  for (; count < segments.size() && live(count) <= kLargerNext * sum; ++count) sum += live(count);
  smallest_first.resize(count);
  std::sort(smallest_first.begin(), smallest_first.end());
  return smallest_first;
}

void merge_segments(IndexFolder& folder, const std::vector<std::size_t>& places,
                    const MergeOptions& options) {
  Manifest manifest = *folder.manifest();
  std::vector<SegmentInfo> merged;
  for (const std::size_t place : places) merged.push_back(manifest.segments[place]);
  const std::filesystem::path segment = folder.make_segment_folder();
  const auto runs = read_segments(folder, merged, segment, options);
  const WrittenSegment written =
      write_segment(segment, runs, manifest.ranking, options.jobs, options.memory_bytes);
  for (std::size_t i = places.size(); i > 0; --i) {
    manifest.segments.erase(manifest.segments.begin() +
                            static_cast<std::ptrdiff_t>(places[i - 1]));
  }
  if (written.info.articles > 0) manifest.segments.push_back(written.info);
  manifest.generation = folder.next_generation();
  folder.commit(manifest);
}

unsigned merge_as_needed(IndexFolder& folder, const MergeOptions& options) {
  unsigned merges = 0;
  for (;; ++merges) {
    const std::vector<std::size_t> places = choose_merge(folder.manifest()->segments);
    if (places.empty()) return merges;
    merge_segments(folder, places, options);
  }
}

}  // namespace news
