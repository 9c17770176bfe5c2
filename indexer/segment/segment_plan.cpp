#include "indexer/segment/segment_plan.h"

#include <algorithm>
#include <tuple>
#include <unordered_map>

#include "common/base/error.h"
#include "common/base/varint.h"
#include "common/index/article_store.h"
#include "common/index/file_names.h"
#include "common/index/token_stream.h"

namespace news {
namespace {

// Samples for the dictionary: articles at even distances, this much text at most.
constexpr std::size_t kMaxSamples = 20000;
constexpr std::size_t kMaxSampleBytes = 2u << 20;

bool is_newer(const RunEntry& a, const RunEntry& b) {
  return std::tie(a.changed, a.sequence) > std::tie(b.changed, b.sequence);
}

/// Newest first, then by id; undated articles last.
bool comes_first(const RunEntry* a, const RunEntry* b) {
  if (a->dated != b->dated) return a->dated;
  if (a->dated && a->published != b->published) return a->published > b->published;
  return a->id < b->id;
}

}  // namespace

void check_segment_size(std::uint64_t articles) {
  if (articles <= kMaxSegmentArticles) return;
  throw Error(ErrorKind::Bug, std::to_string(articles) +
                                  " articles are more than a segment can number; make an index of "
                                  "each part of the corpus");
}

SegmentPlan::SegmentPlan(const std::vector<std::unique_ptr<ArticleRun>>& runs,
                         const RankingSettings& ranking)
    : ranking_(ranking) {
  for (const auto& run : runs) runs_.push_back(run.get());
  order_articles();
  measure();
}

void SegmentPlan::order_articles() {
  std::unordered_map<std::string_view, const RunEntry*> by_id;
  for (const ArticleRun* run : runs_) {
    for (const RunEntry& entry : run->entries()) {
      const auto [place, is_new] = by_id.try_emplace(entry.id, &entry);
      if (is_new) continue;
      const RunEntry* dropped = &entry;
      if (is_newer(entry, *place->second)) std::swap(dropped, place->second);
      replaced_.push_back(dropped);
    }
  }
  check_segment_size(by_id.size());
  articles_.reserve(by_id.size());
  for (const auto& [unused, entry] : by_id) articles_.push_back(entry);
  std::sort(articles_.begin(), articles_.end(), comes_first);
}

void SegmentPlan::measure() {
  double length = 0;
  for (const RunEntry* entry : articles_) {
    length += entry->boosted_length;
    tokens_ += entry->tokens;
  }
  if (ranking_.pivot_length <= 0 && !articles_.empty()) {
    ranking_.pivot_length = length / static_cast<double>(articles_.size());
  }
}

std::vector<WordNumbering::Source> SegmentPlan::word_sources() const {
  std::vector<WordNumbering::Source> sources;
  for (const ArticleRun* run : runs_) {
    for (const WordChapter& chapter : run->chapters()) {
      sources.push_back({&run->words(), chapter, {}});
    }
  }
  std::string codes;
  for (const RunEntry* dropped : replaced_) {
    WordNumbering::Source& source = sources[first_chapters_[dropped->run] + dropped->chapter];
    source.left_out.resize(source.chapter.size);
    runs_[dropped->run]->read_codes(*dropped, codes);
    std::string_view rest = codes;
    for (std::uint64_t code = 0; !rest.empty() && get_varint(rest, code);) {
      if (code >= kFirstWordCode) ++source.left_out.at(code - kFirstWordCode);
    }
  }
  return sources;
}

void SegmentPlan::number_words(const std::filesystem::path& folder, std::size_t memory_bytes) {
  std::uint32_t chapters = 0;
  for (const ArticleRun* run : runs_) {
    first_chapters_.push_back(chapters);
    chapters += static_cast<std::uint32_t>(run->chapters().size());
  }
  numbering_ =
      std::make_unique<WordNumbering>(word_sources(), words_path(folder), folder, memory_bytes);
  words_ = std::make_unique<WordList>(words_path(folder));
}

void SegmentPlan::train_dictionary() {
  const std::size_t step = articles_.size() / kMaxSamples + 1;
  std::vector<std::string> samples;
  std::size_t bytes = 0;
  for (std::size_t i = 0; i < articles_.size(); i += step) {
    std::string sample;
    runs_[articles_[i]->run]->read_article(*articles_[i], sample);
    bytes += sample.size();
    samples.push_back(std::move(sample));
  }
  // Thin out evenly rather than stop early: the newest articles aren't all of them.
  const std::size_t thin = bytes / kMaxSampleBytes + 1;
  std::vector<std::string> kept;
  for (std::size_t i = 0; i < samples.size(); i += thin) kept.push_back(std::move(samples[i]));
  dictionary_ = news::train_dictionary(kept);
}

}  // namespace news
