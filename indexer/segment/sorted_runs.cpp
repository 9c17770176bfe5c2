#include "indexer/segment/sorted_runs.h"

#include <algorithm>
#include <array>

namespace news {
namespace {

constexpr std::size_t kPieceBytes = 64u << 10;
constexpr std::size_t kLeastWindow = 4u << 10;

using Sizes = std::array<std::uint64_t, 2>;  // of key and value, before each entry

class RunSource : public EntrySource {
 public:
  RunSource(const BlobStore& blobs, SortedRun run, std::size_t window_bytes)
      : blobs_(blobs), run_(run), window_bytes_(window_bytes), window_begin_(run.begin) {}

  bool next() override {
    if (position() == run_.end) return false;
    fill(sizeof(Sizes));
    Sizes sizes;
    std::copy_n(window_.data() + used_, sizeof sizes, reinterpret_cast<char*>(sizes.data()));
    used_ += sizeof sizes;
    fill(sizes[0] + sizes[1]);
    key_ = std::string_view(window_).substr(used_, sizes[0]);
    value_ = std::string_view(window_).substr(used_ + sizes[0], sizes[1]);
    used_ += sizes[0] + sizes[1];
    return true;
  }

 private:
  std::uint64_t position() const { return window_begin_ + used_; }
  /// Makes the next `size` bytes stand in the window.
  void fill(std::size_t size) {
    if (window_.size() - used_ >= size) return;
    window_begin_ = position();
    const std::uint64_t rest = run_.end - window_begin_;
    blobs_.read(window_begin_, std::min<std::uint64_t>(std::max(size, window_bytes_), rest),
                window_);
    used_ = 0;
  }

  const BlobStore& blobs_;
  SortedRun run_;
  std::size_t window_bytes_;
  std::string window_;
  std::uint64_t window_begin_;
  std::size_t used_ = 0;
};

}  // namespace

void SortedRunWriter::add(std::string_view key, std::string_view value) {
  const Sizes sizes = {key.size(), value.size()};
  piece_.append(reinterpret_cast<const char*>(sizes.data()), sizeof sizes);
  piece_.append(key).append(value);
  if (piece_.size() < kPieceBytes) return;
  blobs_.append(piece_);
  piece_.clear();
}

SortedRun SortedRunWriter::finish() {
  blobs_.append(piece_);
  piece_.clear();
  run_.end = blobs_.size();
  return run_;
}

std::unique_ptr<EntrySource> read_run(const BlobStore& blobs, SortedRun run,
                                      std::size_t window_bytes) {
  return std::make_unique<RunSource>(blobs, run, window_bytes);
}

std::size_t window_for(std::size_t memory_bytes, std::size_t sources) {
  return std::clamp(memory_bytes / std::max<std::size_t>(sources, 1), kLeastWindow, kMostWindow);
}

SourceMerge::SourceMerge(std::vector<std::unique_ptr<EntrySource>> sources)
    : sources_(std::move(sources)) {
  for (std::uint32_t i = 0; i < sources_.size(); ++i) enter(i);
}

bool SourceMerge::is_later(std::uint32_t a, std::uint32_t b) const {
  const int order = sources_[a]->key().compare(sources_[b]->key());
  return order != 0 ? order > 0 : a > b;
}

void SourceMerge::enter(std::uint32_t source) {
  if (!sources_[source]->next()) {
    sources_[source].reset();
    return;
  }
  heap_.push_back(source);
  std::push_heap(heap_.begin(), heap_.end(),
                 [this](std::uint32_t a, std::uint32_t b) { return is_later(a, b); });
}

bool SourceMerge::next() {
  for (const std::uint32_t source : at_key_) enter(source);
  at_key_.clear();
  while (!heap_.empty() && (at_key_.empty() || sources_[heap_.front()]->key() == key())) {
    std::pop_heap(heap_.begin(), heap_.end(),
                  [this](std::uint32_t a, std::uint32_t b) { return is_later(a, b); });
    at_key_.push_back(heap_.back());
    heap_.pop_back();
  }
  return !at_key_.empty();
}

EntrySorter::EntrySorter(std::filesystem::path scratch, std::size_t memory_bytes)
    : memory_bytes_(memory_bytes), blobs_(std::move(scratch), memory_bytes / 2) {}

std::string_view EntrySorter::key_of(const Entry& entry) const {
  return std::string_view(bytes_).substr(entry.begin, entry.key_bytes);
}

void EntrySorter::add(std::string_view key, std::string_view value) {
  entries_.push_back({bytes_.size(), static_cast<std::uint32_t>(key.size()),
                      static_cast<std::uint32_t>(value.size())});
  bytes_.append(key).append(value);
  if (bytes_.size() + entries_.size() * sizeof(Entry) > memory_bytes_ / 2) put_away();
}

void EntrySorter::put_away() {
  std::sort(entries_.begin(), entries_.end(),
            [this](const Entry& a, const Entry& b) { return key_of(a) < key_of(b); });
  SortedRunWriter run(blobs_);
  for (const Entry& entry : entries_) {
    run.add(key_of(entry),
            std::string_view(bytes_).substr(entry.begin + entry.key_bytes, entry.value_bytes));
  }
  runs_.push_back(run.finish());
  bytes_.clear();
  entries_.clear();
}

SourceMerge EntrySorter::finish() {
  put_away();
  std::string().swap(bytes_);
  std::vector<Entry>().swap(entries_);
  std::vector<std::unique_ptr<EntrySource>> sources;
  const std::size_t window = window_for(memory_bytes_ / 2, runs_.size());
  for (const SortedRun& run : runs_) sources.push_back(read_run(blobs_, run, window));
  return SourceMerge(std::move(sources));
}

}  // namespace news
