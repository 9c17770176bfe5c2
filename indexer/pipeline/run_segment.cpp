#include "indexer/pipeline/run_segment.h"

#include <set>

#include "indexer/pipeline/segment_build.h"
#include "indexer/pipeline/thread_group.h"

namespace news {
namespace {

// Shares of the memory bound: for articles that wait to be ordered, with their words; for what the
// words of the segment are numbered with; and for postings, which are gathered after that, while
// the articles still wait. The rest is for what is in flight.
constexpr double kArticleShare = 0.4;
constexpr double kWordShare = 0.15;
constexpr double kPostingShare = 0.25;

std::size_t share(std::uint64_t memory_bytes, double part) {
  return static_cast<std::size_t>(part * static_cast<double>(memory_bytes));
}

std::vector<std::string> languages_of(const std::vector<std::unique_ptr<ArticleRun>>& runs) {
  std::set<std::string> languages;
  for (const auto& run : runs) {
    for (const std::string& language : run->languages()) languages.insert(language);
  }
  return {languages.begin(), languages.end()};
}

void complete(SegmentPlan& plan, const std::filesystem::path& segment, unsigned jobs,
              std::size_t memory_bytes) {
  ThreadGroup threads([] {});
  const auto train = [&] { plan.train_dictionary(); };
  if (jobs > 1) threads.start(train);
  threads.run([&] { plan.number_words(segment, memory_bytes); });
  if (jobs == 1) threads.run(train);
  threads.join();
}

}  // namespace

std::size_t run_memory(std::uint64_t memory_bytes, unsigned jobs) {
  return share(memory_bytes, kArticleShare) / jobs;
}

WrittenSegment write_segment(const std::filesystem::path& folder,
                             const std::vector<std::unique_ptr<ArticleRun>>& runs,
                             const RankingSettings& ranking, unsigned jobs,
                             std::uint64_t memory_bytes) {
  WrittenSegment written;
  SegmentPlan plan(runs, ranking);
  written.ranking = plan.ranking();
  written.replaced = plan.replaced();
  if (plan.size() == 0) return written;
  complete(plan, folder, jobs, share(memory_bytes, kWordShare));
  written.languages = languages_of(runs);
  written.info = build_segment(folder, plan, jobs, share(memory_bytes, kPostingShare), folder);
  return written;
}

}  // namespace news
