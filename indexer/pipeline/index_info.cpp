#include "indexer/pipeline/index_info.h"

#include <algorithm>
#include <limits>

#include "common/analysis/word_forms.h"
#include "common/index/schema.h"

namespace news {
namespace {

using Counts = std::map<std::string, std::uint64_t>;

struct DateSpan {
  UnixSeconds first = std::numeric_limits<UnixSeconds>::max();
  UnixSeconds last = std::numeric_limits<UnixSeconds>::min();
  Precision first_precision = Precision::None;
  Precision last_precision = Precision::None;
};

void count_dates(const Segment& segment, IndexInfo& info, DateSpan& span) {
  const Columns& columns = segment.columns();
  const NumberColumn& published = columns.numbers(kPublishedColumn);
  const NumberColumn& precisions = columns.numbers(kPrecisionColumn);
  const NumberColumn& doubtful = columns.numbers(kDoubtfulColumn);
  const NumberColumn& lengths = columns.numbers(kLengthColumn);
  for (std::uint64_t i = 0; i < columns.articles(); ++i) {
    if (segment.is_deleted(i + 1)) continue;
    info.tokens += static_cast<std::uint64_t>(lengths[i]);
    const auto precision = static_cast<Precision>(precisions[i]);
    if (precision == Precision::None) {
      ++info.undated;
      continue;
    }
    info.doubtful += static_cast<std::uint64_t>(doubtful[i]);
    // Of two that begin alike the coarser one, in whatever order they come.
    if (std::pair(published[i], precision) < std::pair(span.first, span.first_precision)) {
      span.first = published[i];
      span.first_precision = precision;
    }
    if (std::pair(published[i], precision) > std::pair(span.last, span.last_precision)) {
      span.last = published[i];
      span.last_precision = precision;
    }
  }
}

/// Labels by what makes them the same, shown as the one that sorts first.
struct LabelCount {
  std::string label;
  std::uint64_t count = 0;
};
using LabelCounts = std::map<std::string, LabelCount>;

void count_labels(const Segment& segment, std::string_view name, LabelCounts& counts) {
  const LabelColumn& column = segment.columns().labels(name);
  std::vector<std::uint64_t> by_number(column.size());
  for (std::uint64_t number = 1; number <= segment.size(); ++number) {
    if (segment.is_deleted(number)) continue;
    column.for_each(number, [&](std::uint64_t label) { ++by_number.at(label); });
  }
  for (std::uint64_t i = 0; i < by_number.size(); ++i) {
    if (by_number[i] == 0) continue;
    const std::string label(column.label(i));
    LabelCount& known = counts.try_emplace(fold_label(label), LabelCount{label, 0}).first->second;
    known.label = std::min(known.label, label);
    known.count += by_number[i];
  }
}

Counts shown_counts(const LabelCounts& labels) {
  Counts counts;
  for (const auto& [unused, label] : labels) counts.emplace(label.label, label.count);
  return counts;
}

std::vector<std::pair<std::string, std::uint64_t>> most_frequent_first(const Counts& counts) {
  std::vector<std::pair<std::string, std::uint64_t>> sorted(counts.begin(), counts.end());
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  return sorted;
}

}  // namespace

IndexInfo inspect(const Index& index) {
  IndexInfo info;
  info.path = index.path().string();
  const Manifest& manifest = index.manifest();
  info.generation = manifest.generation;
  info.articles = manifest.articles();
  info.segments = manifest.segments.size();
  info.text_bytes = manifest.text_bytes;
  info.rejections = manifest.rejections;
  info.ranking = manifest.ranking;
  DateSpan span;
  std::vector<LabelCounts> counts(kAttributeCount);
  for (const Segment& segment : index.segments()) {
    info.words += segment.words().size() - segment.words().marked_count();
    const auto add_file = [&](const std::string& name, std::uint64_t bytes) {
      info.file_bytes[name] += bytes;
      info.index_bytes += bytes;
    };
    for (const SegmentFile& file : segment.info().files) add_file(file.name, file.bytes);
    if (segment.info().deletions) add_file("deleted", segment.info().deletions->bytes);
    info.deleted += segment.info().deleted;
    count_dates(segment, info, span);
    for (std::size_t i = 0; i < kAttributeCount; ++i) {
      count_labels(segment, kAttributes[i].name, counts[i]);
    }
  }
  info.first_published = format_iso8601(span.first, span.first_precision);
  info.last_published = format_iso8601(span.last, span.last_precision);
  info.health = examine(index);
  for (std::size_t i = 0; i < kAttributeCount; ++i) {
    if (counts[i].empty()) continue;
    info.counts.emplace_back(kAttributes[i].name, most_frequent_first(shown_counts(counts[i])));
  }
  return info;
}

}  // namespace news
