#include "indexer/pipeline/segment_build.h"

#include <atomic>
#include <condition_variable>
#include <map>
#include <mutex>
#include <vector>

#include "common/base/error.h"
#include "indexer/pipeline/thread_group.h"
#include "indexer/segment/chunk_encoder.h"
#include "indexer/segment/segment_writer.h"

namespace news {
namespace {

constexpr std::uint64_t kChunkArticles = 256;
// Chunks that may be encoded but not yet written, for each thread.
constexpr std::uint64_t kWaitingChunks = 8;

/// Encoded chunks on their way to the writer, which wants them in order. Thread-safe.
class ChunkOrder {
 public:
  explicit ChunkOrder(std::uint64_t waiting) : waiting_(waiting) {}

  /// Waits until `chunk` is near enough to the one being written. False when work was given up.
  bool wait_for_turn(std::uint64_t chunk) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return stopped_ || chunk < written_ + waiting_; });
    return !stopped_;
  }

  void put(std::uint64_t chunk, std::vector<EncodedArticle> articles) {
    const std::lock_guard lock(mutex_);
    ready_.emplace(chunk, std::move(articles));
    changed_.notify_all();
  }

  /// Waits for the next chunk in order.
  std::vector<EncodedArticle> take() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return stopped_ || ready_.contains(written_); });
    if (stopped_) throw Error(ErrorKind::Bug, "a build thread failed");
    std::vector<EncodedArticle> articles = std::move(ready_.extract(written_).mapped());
    ++written_;
    changed_.notify_all();
    return articles;
  }

  void stop() {
    const std::lock_guard lock(mutex_);
    stopped_ = true;
    changed_.notify_all();
  }

 private:
  std::uint64_t waiting_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::map<std::uint64_t, std::vector<EncodedArticle>> ready_;
  std::uint64_t written_ = 0;
  bool stopped_ = false;
};

std::vector<EncodedArticle> encode_chunk(ChunkEncoder& encoder, std::uint64_t chunk,
                                         std::uint64_t size) {
  std::vector<EncodedArticle> articles;
  const std::uint64_t end = std::min((chunk + 1) * kChunkArticles, size);
  for (std::uint64_t i = chunk * kChunkArticles; i < end; ++i) {
    articles.push_back(encoder.encode(i + 1));
  }
  return articles;
}

}  // namespace

SegmentInfo build_segment(const std::filesystem::path& folder, const SegmentPlan& plan,
                          unsigned jobs, std::uint64_t memory_bytes,
                          const std::filesystem::path& scratch) {
  SegmentWriter writer(folder, plan);
  const std::uint64_t chunks = (plan.size() + kChunkArticles - 1) / kChunkArticles;
  ChunkOrder order(kWaitingChunks * jobs);
  std::atomic<std::uint64_t> next_chunk = 0;
  std::vector<PostingRun> postings;
  for (unsigned i = 0; i < jobs; ++i) postings.emplace_back(scratch, memory_bytes / jobs);
  ThreadGroup threads([&] { order.stop(); });
  for (unsigned i = 0; i < jobs; ++i) {
    threads.start([&, i] {
      ChunkEncoder encoder(plan, postings[i]);
      for (std::uint64_t chunk = next_chunk++; chunk < chunks; chunk = next_chunk++) {
        if (!order.wait_for_turn(chunk)) return;
        order.put(chunk, encode_chunk(encoder, chunk, plan.size()));
      }
    });
  }
  threads.run([&] {
    for (std::uint64_t chunk = 0; chunk < chunks; ++chunk) {
      for (const EncodedArticle& article : order.take()) writer.add(article);
    }
  });
  threads.join();
  return writer.finish(postings);
}

}  // namespace news
