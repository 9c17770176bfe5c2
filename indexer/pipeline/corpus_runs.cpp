#include "indexer/pipeline/corpus_runs.h"

#include <algorithm>
#include <atomic>
#include <iterator>
#include <mutex>

#include "common/base/error.h"
#include "indexer/pipeline/bounded_queue.h"
#include "indexer/pipeline/ordered_rejections.h"
#include "indexer/pipeline/run_segment.h"
#include "indexer/pipeline/site_page_queue.h"
#include "indexer/pipeline/source_order_queue.h"
#include "indexer/pipeline/thread_group.h"
#include "indexer/reader/reading.h"

namespace news {
namespace {

// Batches that wait between reading and analysing, for each thread.
constexpr std::size_t kWaitingBatches = 4;
// Place of a batch's first article in the corpus; batches hold fewer articles than this.
constexpr std::uint64_t kBatchStride = std::uint64_t{1} << 24;
// Parts of the memory for pages that wait and for what they show about their sites. Words and
// postings, which need as much, come later.
constexpr std::uint64_t kPagesPart = 6;
constexpr std::uint64_t kEvidencePart = 16;

/// Parses and cleans one batch.
template <typename Use, typename Reject>
void clean_batch(const RecordBatch& batch, const ReadOptions& reading, const CleanOptions& cleaning,
                 Use use, Reject reject) {
  ParsedRecord parsed = parse_batch(batch, reading);
  for (const Rejection& rejection : parsed.rejections) reject(rejection);
  for (RawArticle& raw : parsed.articles) {
    const std::string path = raw.article.source_path;
    const std::string record = raw.article.record;
    CleanResult result = clean(std::move(raw), cleaning);
    if (result.rejection.empty()) {
      use(std::move(result));
    } else {
      reject(Rejection{path, record, result.rejection});
    }
  }
}

/// Parses, cleans and analyses batches on threads of its own, until they are asked for.
class RunGatherer {
 public:
  RunGatherer(const BuildOptions& options, const std::filesystem::path& scratch)
      : options_(options),
        rejections_([this](const Rejection& rejection) { count(rejection); }),
        queue_(kWaitingBatches * options.jobs),
        threads_([this] { queue_.close(); }) {
    for (unsigned i = 0; i < options.jobs; ++i) {
      out_.runs.push_back(std::make_unique<ArticleRun>(
          i, scratch, run_memory(options.memory_bytes, options.jobs), options.ranking));
      out_.pages.emplace_back(scratch, options.memory_bytes / kPagesPart / options.jobs);
    }
    out_.evidence = SiteEvidence(options.memory_bytes / kEvidencePart);
    out_.dates.resize(options.jobs);
    for (unsigned i = 0; i < options.jobs; ++i) {
      threads_.start([this, i] { work(i); });
    }
  }

  void push(RecordBatch batch) {
    out_.text_bytes += batch.bytes;
    records_ += batch.records.size();
    batch.sequence = batches_++;
    rejections_.hand_out_batch();
    if (queue_.push(std::move(batch))) return;
    // Closed by a thread that failed: its exception is the one that counts.
    threads_.join();
    throw Error(ErrorKind::Bug, "a build thread failed");
  }

  void reject(const Rejection& rejection) { rejections_.add_while_reading(rejection); }

  /// Runs `read`, which pushes, on the calling thread as one of the group.
  void run(const std::function<void()>& read) { threads_.run(read); }

  /// Waits for the threads and hands out what they made.
  CorpusRuns finish() {
    queue_.close();
    threads_.join();
    return std::move(out_);
  }

  std::uint64_t records() const { return records_; }
  std::uint64_t articles() const { return articles_; }

 private:
  void count(const Rejection& rejection) {
    ++out_.rejected;
    ++out_.rejections[rejection_kind(rejection)];
    if (options_.on_rejection) options_.on_rejection(rejection);
  }

  void work(unsigned number) {
    while (const auto batch = queue_.pop()) {
      std::uint64_t sequence = batch->sequence * kBatchStride;
      std::vector<Rejection> rejected;
      clean_batch(
          *batch, options_.reading, options_.cleaning,
          [&](const CleanResult& result) { add(number, result, sequence++); },
          [&](const Rejection& rejection) { rejected.push_back(rejection); });
      rejections_.finish_batch(batch->sequence, std::move(rejected));
      articles_ += sequence - batch->sequence * kBatchStride;
    }
  }

  void add(unsigned number, const CleanResult& result, std::uint64_t sequence) {
    out_.dates[number].add(result, sequence);
    const SitePage page = result.lines.empty() ? SitePage{} : site_page(result.article, sequence);
    if (page.lines.empty()) {
      out_.runs[number]->add(result.article, sequence);
      return;
    }
    out_.pages[number].add(result.article, sequence);
    const std::lock_guard lock(evidence_mutex_);
    out_.evidence.add(page);
  }

  const BuildOptions& options_;
  CorpusRuns out_;
  std::mutex evidence_mutex_;
  OrderedRejections rejections_;
  BoundedQueue<RecordBatch> queue_;
  std::atomic<std::uint64_t> articles_ = 0;
  std::uint64_t records_ = 0;
  std::uint64_t batches_ = 0;
  ThreadGroup threads_;
};

/// The first `count` records of a batch, taken out of it.
RecordBatch take_front(RecordBatch& batch, std::size_t count) {
  RecordBatch front;
  front.entry = batch.entry;
  front.format = batch.format;
  const auto end = batch.records.begin() + static_cast<std::ptrdiff_t>(count);
  front.records.assign(std::make_move_iterator(batch.records.begin()),
                       std::make_move_iterator(end));
  batch.records.erase(batch.records.begin(), end);
  for (const Record& record : front.records) front.bytes += record.bytes.size();
  batch.bytes -= std::min(batch.bytes, front.bytes);
  return front;
}

}  // namespace

std::string rejection_kind(const Rejection& rejection) {
  return rejection.reason.substr(0, rejection.reason.find(':'));
}

void settle(CorpusRuns& read, Manifest& manifest) {
  SiteFurniture furniture(manifest.site_furniture);
  furniture.add(read.evidence.find());
  manifest.site_furniture = furniture.kept();
  ThreadGroup threads([] {});
  for (std::size_t i = 0; i < read.runs.size(); ++i) {
    threads.start([&, i] {
      read.pages[i].for_each([&](Article article, std::uint64_t sequence) {
        strip_site_furniture(article, furniture);
        read.runs[i]->add(article, sequence);
      });
      read.runs[i]->finish();
    });
  }
  threads.join();
  read.pages.clear();
  SourceOrders orders(manifest.date_orders);
  for (const OpenDates& dates : read.dates) orders.add(dates.shown());
  for (std::size_t i = 0; i < read.dates.size(); ++i) {
    read.dates[i].settle(orders, *read.runs[i]);
  }
  manifest.date_orders = orders.by_source();
}

CorpusRuns read_into_runs(const BuildOptions& options, const std::filesystem::path& scratch) {
  RunGatherer gatherer(options, scratch);
  std::uint64_t bytes = 0;
  gatherer.run([&] {
    read_corpus(
        options.corpus, options.reading,
        [&](RecordBatch batch) {
          bytes += batch.bytes;
          gatherer.push(std::move(batch));
          if (options.on_progress) options.on_progress({gatherer.articles(), bytes, false});
        },
        [&](const Rejection& rejection) { gatherer.reject(rejection); });
  });
  return gatherer.finish();
}

void read_in_parts(const BuildOptions& options,
                   const std::function<std::filesystem::path()>& scratch,
                   const std::function<void(CorpusRuns)>& use) {
  std::uint64_t articles = 0;
  std::uint64_t bytes = 0;
  auto gatherer = std::make_unique<RunGatherer>(options, scratch());
  const auto finish_part = [&] {
    articles += gatherer->articles();
    use(gatherer->finish());
  };
  read_corpus(
      options.corpus, options.reading,
      [&](RecordBatch batch) {
        while (!batch.records.empty()) {
          const std::uint64_t room = options.commit_every - gatherer->records();
          RecordBatch part = take_front(batch, std::min<std::size_t>(batch.records.size(), room));
          bytes += part.bytes;
          gatherer->push(std::move(part));
          if (options.on_progress) {
            options.on_progress({articles + gatherer->articles(), bytes, false});
          }
          if (gatherer->records() < options.commit_every) continue;
          finish_part();
          gatherer = std::make_unique<RunGatherer>(options, scratch());
        }
      },
      [&](const Rejection& rejection) { gatherer->reject(rejection); });
  finish_part();
}

void read_and_clean(const std::vector<std::string>& corpus, const ReadOptions& reading,
                    const CleanOptions& cleaning,
                    const std::function<void(const CleanResult&)>& use,
                    const std::function<void(const Rejection&)>& reject) {
  SourceOrderQueue results(use);
  SitePageQueue pages([&](CleanResult result) { results.push(std::move(result)); });
  const auto push = [&](CleanResult result) { pages.push(std::move(result)); };
  read_corpus(
      corpus, reading,
      [&](const RecordBatch& batch) { clean_batch(batch, reading, cleaning, push, reject); },
      reject);
  pages.finish();
  results.finish();
}

}  // namespace news
