#include "indexer/pipeline/corpus_runs.h"

#include <atomic>
#include <mutex>

#include "common/base/error.h"
#include "indexer/pipeline/bounded_queue.h"
#include "indexer/pipeline/thread_group.h"
#include "indexer/reader/reading.h"

namespace news {
namespace {

// Batches that wait between reading and analysing, for each thread.
constexpr std::size_t kWaitingBatches = 4;
// Place of a batch's first article in the corpus; batches hold fewer articles than this.
constexpr std::uint64_t kBatchStride = std::uint64_t{1} << 24;
// The share of the memory bound for articles that wait to be ordered. The rest is for vocabularies,
// entries and the batches in flight.
constexpr double kArticleShare = 0.4;

/// Counts rejections from many threads and hands them on one at a time.
class RejectionCounter {
 public:
  RejectionCounter(const BuildOptions& options, CorpusRuns& out) : options_(options), out_(out) {}
  void add(const Rejection& rejection) {
    const std::lock_guard lock(mutex_);
    ++out_.rejected;
    ++out_.rejections[rejection_kind(rejection)];
    if (options_.on_rejection) options_.on_rejection(rejection);
  }

 private:
  const BuildOptions& options_;
  CorpusRuns& out_;
  std::mutex mutex_;
};

/// Parses and cleans one batch.
template <typename Use, typename Reject>
void clean_batch(const RecordBatch& batch, const ReadOptions& reading, const CleanOptions& cleaning,
                 Use use, Reject reject) {
  ParsedRecord parsed = parse_batch(batch, reading);
  for (const Rejection& rejection : parsed.rejections) reject(rejection);
  for (RawArticle& raw : parsed.articles) {
    const std::string path = raw.article.source_path;
    const std::string record = raw.article.record;
    const CleanResult result = clean(std::move(raw), cleaning);
    if (result.rejection.empty()) {
      use(result);
    } else {
      reject(Rejection{path, record, result.rejection});
    }
  }
}

}  // namespace

std::string rejection_kind(const Rejection& rejection) {
  return rejection.reason.substr(0, rejection.reason.find(':'));
}

CorpusRuns read_into_runs(const BuildOptions& options, const std::filesystem::path& scratch) {
  CorpusRuns out;
  RejectionCounter rejections(options, out);
  BoundedQueue<RecordBatch> queue(kWaitingBatches * options.jobs);
  std::atomic<std::uint64_t> articles = 0;
  const auto memory = static_cast<std::size_t>(kArticleShare *
                                               static_cast<double>(options.memory_bytes) /
                                               options.jobs);
  ThreadGroup threads([&] { queue.close(); });
  for (unsigned i = 0; i < options.jobs; ++i) {
    out.runs.push_back(std::make_unique<ArticleRun>(i, scratch, memory, options.ranking));
    threads.start([&, run = out.runs.back().get()] {
      while (const auto batch = queue.pop()) {
        std::uint64_t sequence = batch->sequence * kBatchStride;
        clean_batch(
            *batch, options.reading, options.cleaning,
            [&](const CleanResult& result) { run->add(result.article, sequence++); },
            [&](const Rejection& rejection) { rejections.add(rejection); });
        articles += sequence - batch->sequence * kBatchStride;
      }
    });
  }
  threads.run([&] {
    read_corpus(
        options.corpus, options.reading,
        [&](RecordBatch batch) {
          out.text_bytes += batch.bytes;
          // Closed by a thread that failed; its exception came first and is the one that counts.
          if (!queue.push(std::move(batch))) throw Error(ErrorKind::Bug, "a build thread failed");
          if (options.on_progress) options.on_progress({articles, out.text_bytes, false});
        },
        [&](const Rejection& rejection) { rejections.add(rejection); });
    queue.close();
  });
  threads.join();
  return out;
}

void read_and_clean(const std::vector<std::string>& corpus, const ReadOptions& reading,
                    const CleanOptions& cleaning,
                    const std::function<void(const CleanResult&)>& use,
                    const std::function<void(const Rejection&)>& reject) {
  read_corpus(
      corpus, reading,
      [&](const RecordBatch& batch) { clean_batch(batch, reading, cleaning, use, reject); },
      reject);
}

}  // namespace news
