#include "indexer/segment/posting_run.h"

#include <algorithm>
#include <numeric>

#include "common/base/error.h"
#include "common/base/varint.h"

namespace news {
namespace {

constexpr std::size_t kReadBytes = 1 << 18;

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

/// Terms of one sorted run, one after another.
class PostingRun::Source {
 public:
  virtual ~Source() = default;
  /// Moves to the next term; false at the end.
  virtual bool next() = 0;
  std::string_view term() const { return term_; }
  std::string_view bytes() const { return bytes_; }

 protected:
  std::string_view term_;
  std::string_view bytes_;
};

class PostingRun::MemorySource : public Source {
 public:
  explicit MemorySource(const PostingRun& run) : run_(run), order_(run.terms_.size()) {
    std::iota(order_.begin(), order_.end(), 0u);
    std::sort(order_.begin(), order_.end(), [&](std::uint32_t a, std::uint32_t b) {
      return run_.terms_[a] < run_.terms_[b];
    });
  }
  bool next() override {
    if (next_ == order_.size()) return false;
    term_ = run_.terms_[order_[next_]];
    bytes_ = run_.lists_[order_[next_]].bytes;
    ++next_;
    return true;
  }

 private:
  const PostingRun& run_;
  std::vector<std::uint32_t> order_;
  std::size_t next_ = 0;
};

class PostingRun::SpillSource : public Source {
 public:
  SpillSource(const BlobStore& blobs, Spill spill) : blobs_(blobs), spill_(spill) {}
  bool next() override {
    if (position() == spill_.end) return false;
    const std::size_t header = 2 * sizeof(std::uint64_t);
    fill(header);
    std::uint64_t sizes[2];
    std::copy_n(window_.data() + used_, header, reinterpret_cast<char*>(sizes));
    used_ += header;
    fill(sizes[0] + sizes[1]);
    term_ = std::string_view(window_).substr(used_, sizes[0]);
    bytes_ = std::string_view(window_).substr(used_ + sizes[0], sizes[1]);
    used_ += sizes[0] + sizes[1];
    return true;
  }

 private:
  std::uint64_t position() const { return window_begin_ + used_; }
  /// Makes the next `size` bytes stand in the window.
  void fill(std::size_t size) {
    if (window_.size() - used_ >= size) return;
    window_begin_ = position();
    const std::uint64_t rest = spill_.end - window_begin_;
    blobs_.read(window_begin_, std::min<std::uint64_t>(std::max(size, kReadBytes), rest), window_);
    used_ = 0;
  }

  const BlobStore& blobs_;
  Spill spill_;
  std::string window_;
  std::uint64_t window_begin_ = spill_.begin;
  std::size_t used_ = 0;
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

bool PostingRun::end_article() {
  if (list_bytes_ + terms_.memory() + lists_.capacity() * sizeof(List) <= limit_) return false;
  spill();
  return true;
}

void PostingRun::spill() {
  Spill spill{blobs_.size(), 0};
  MemorySource source(*this);
  std::string piece;
  while (source.next()) {
    const std::uint64_t sizes[2] = {source.term().size(), source.bytes().size()};
    piece.append(reinterpret_cast<const char*>(sizes), sizeof sizes);
    piece.append(source.term());
    piece.append(source.bytes());
    if (piece.size() < kReadBytes) continue;
    blobs_.append(piece);
    piece.clear();
  }
  blobs_.append(piece);
  spill.end = blobs_.size();
  spills_.push_back(spill);
  terms_.clear();
  std::vector<List>().swap(lists_);
  list_bytes_ = 0;
}

void PostingRun::merge(std::vector<PostingRun>& runs, PostingListWriter& writer) {
  std::vector<std::unique_ptr<Source>> sources;
  const auto open = [&](std::unique_ptr<Source> source) {
    if (source->next()) sources.push_back(std::move(source));
  };
  for (PostingRun& run : runs) {
    for (const Spill& spill : run.spills_) {
      open(std::make_unique<SpillSource>(run.blobs_, spill));
    }
    open(std::make_unique<MemorySource>(run));
  }
  const auto by_article = [](const Posting& a, const Posting& b) { return a.article < b.article; };
  std::vector<Posting> postings;
  while (!sources.empty()) {
    const std::string term((*std::min_element(sources.begin(), sources.end(),
                                              [](const auto& a, const auto& b) {
                                                return a->term() < b->term();
                                              }))
                               ->term());
    postings.clear();
    for (auto& source : sources) {
      if (source->term() != term) continue;
      const auto sorted_until = static_cast<std::ptrdiff_t>(postings.size());
      decode(source->bytes(), postings);
      std::inplace_merge(postings.begin(), postings.begin() + sorted_until, postings.end(),
                         by_article);
      if (!source->next()) source.reset();
    }
    std::erase(sources, nullptr);
    writer.add(term, postings);
  }
}

}  // namespace news
