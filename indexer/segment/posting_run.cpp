#include "indexer/segment/posting_run.h"

#include <algorithm>
#include <numeric>

#include "common/base/error.h"
#include "common/base/varint.h"

namespace news {
namespace {

// The part of the bound that reading spills back may take.
constexpr std::size_t kReadPart = 4;

void decode(std::string_view bytes, std::vector<Posting>& postings) {
  std::uint64_t article = 0;
  while (!bytes.empty()) {
    std::uint64_t gap = 0;
    std::uint64_t wdf = 0;
    if (!get_varint(bytes, gap) || !get_varint(bytes, wdf)) {
      throw Error(ErrorKind::Bug, "a run of postings is broken");
    }
    article += gap;
    postings.push_back({static_cast<std::uint32_t>(article), static_cast<std::uint32_t>(wdf)});
  }
}

}  // namespace

/// Terms that are still in memory, with their postings.
class PostingRun::MemorySource : public EntrySource {
 public:
  explicit MemorySource(const PostingRun& run) : run_(run), order_(run.terms_.size()) {
    std::iota(order_.begin(), order_.end(), 0u);
    std::sort(order_.begin(), order_.end(), [&](std::uint32_t a, std::uint32_t b) {
      return run_.terms_[a] < run_.terms_[b];
    });
  }
  bool next() override {
    if (next_ == order_.size()) return false;
    key_ = run_.terms_[order_[next_]];
    value_ = run_.lists_[order_[next_]].bytes;
    ++next_;
    return true;
  }

 private:
  const PostingRun& run_;
  std::vector<std::uint32_t> order_;
  std::size_t next_ = 0;
};

PostingRun::PostingRun(const std::filesystem::path& scratch, std::size_t memory_bytes)
    : limit_(memory_bytes), blobs_(scratch, 0) {}

std::uint32_t PostingRun::term(std::string_view term) {
  const StringTable::Place place = terms_.add(term);
  if (place.is_new) lists_.emplace_back();
  return place.number;
}

void PostingRun::add(std::uint32_t term, std::uint32_t article, std::uint32_t wdf) {
  List& list = lists_[term];
  const std::size_t before = list.bytes.capacity();
  put_varint(list.bytes, article - list.last);
  put_varint(list.bytes, wdf);
  list.last = article;
  list_bytes_ += list.bytes.capacity() - before;
}

bool PostingRun::end_article(std::size_t callers_bytes) {
  const std::size_t held =
      list_bytes_ + terms_.memory() + lists_.capacity() * sizeof(List) + callers_bytes;
  if (held <= limit_) return false;
  spill();
  return true;
}

void PostingRun::spill() {
  SortedRunWriter run(blobs_);
  for (MemorySource source(*this); source.next();) run.add(source.key(), source.value());
  spills_.push_back(run.finish());
  terms_.clear();
  std::vector<List>().swap(lists_);
  list_bytes_ = 0;
}

void PostingRun::merge(std::vector<PostingRun>& runs, PostingListWriter& writer) {
  std::size_t memory = 0;
  std::size_t spills = 0;
  for (const PostingRun& run : runs) {
    memory += run.limit_ / kReadPart;
    spills += run.spills_.size();
  }
  std::vector<std::unique_ptr<EntrySource>> sources;
  for (PostingRun& run : runs) {
    for (const SortedRun& spill : run.spills_) {
      sources.push_back(read_run(run.blobs_, spill, window_for(memory, spills)));
    }
    sources.push_back(std::make_unique<MemorySource>(run));
  }
  const auto by_article = [](const Posting& a, const Posting& b) { return a.article < b.article; };
  SourceMerge merged(std::move(sources));
  std::vector<Posting> postings;
  while (merged.next()) {
    postings.clear();
    for (const std::uint32_t source : merged.at_key()) {
      const auto sorted_until = static_cast<std::ptrdiff_t>(postings.size());
      decode(merged.value(source), postings);
      std::inplace_merge(postings.begin(), postings.begin() + sorted_until, postings.end(),
                         by_article);
    }
    writer.add(merged.key(), postings);
  }
}

}  // namespace news
