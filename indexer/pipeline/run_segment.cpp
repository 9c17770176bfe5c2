#include "indexer/pipeline/run_segment.h"

#include <set>

#include "indexer/pipeline/segment_build.h"
#include "indexer/pipeline/thread_group.h"

namespace news {
namespace {

// The share of the memory bound for articles that wait to be ordered, and for postings, which are
// gathered while the articles still wait. The rest is for vocabularies, entries and what is in
// flight.
constexpr double kArticleShare = 0.4;
constexpr double kPostingShare = 0.25;

std::vector<std::string> languages_of(const std::vector<std::unique_ptr<ArticleRun>>& runs) {
  std::set<std::string> languages;
  for (const auto& run : runs) {
    for (const std::string& language : run->vocabulary().languages()) languages.insert(language);
  }
  return {languages.begin(), languages.end()};
}

void complete(SegmentPlan& plan, const std::filesystem::path& segment, unsigned jobs) {
  ThreadGroup threads([] {});
  const auto train = [&] { plan.train_dictionary(); };
  if (jobs > 1) threads.start(train);
  threads.run([&] { plan.number_words(segment); });
  if (jobs == 1) threads.run(train);
  threads.join();
}

}  // namespace

std::size_t run_memory(std::uint64_t memory_bytes, unsigned jobs) {
  return static_cast<std::size_t>(kArticleShare * static_cast<double>(memory_bytes) / jobs);
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
  complete(plan, folder, jobs);
  written.languages = languages_of(runs);
  for (const auto& run : runs) run->forget_vocabulary();
  const auto posting_memory =
      static_cast<std::uint64_t>(kPostingShare * static_cast<double>(memory_bytes));
  written.info = build_segment(folder, plan, jobs, posting_memory, folder);
  return written;
}

}  // namespace news
