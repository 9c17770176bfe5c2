#include "indexer/pipeline/index_info.h"

#include <algorithm>
#include <limits>

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

void count_dates(const Columns& columns, IndexInfo& info, DateSpan& span) {
  const NumberColumn& published = columns.numbers(kPublishedColumn);
  const NumberColumn& precisions = columns.numbers(kPrecisionColumn);
  const NumberColumn& doubtful = columns.numbers(kDoubtfulColumn);
  for (std::uint64_t i = 0; i < columns.articles(); ++i) {
    const auto precision = static_cast<Precision>(precisions[i]);
    if (precision == Precision::None) {
      ++info.undated;
      continue;
    }
    info.doubtful += static_cast<std::uint64_t>(doubtful[i]);
    if (published[i] < span.first) {
      span.first = published[i];
      span.first_precision = precision;
    }
    if (published[i] > span.last) {
      span.last = published[i];
      span.last_precision = precision;
    }
  }
}

void count_labels(const LabelColumn& column, std::uint64_t articles, Counts& counts) {
  std::vector<std::uint64_t> by_number(column.size());
  for (std::uint64_t number = 1; number <= articles; ++number) {
    column.for_each(number, [&](std::uint64_t label) { ++by_number.at(label); });
  }
  for (std::uint64_t i = 0; i < by_number.size(); ++i) {
    counts[std::string(column.label(i))] += by_number[i];
  }
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
  std::vector<Counts> counts(kAttributeCount);
  for (const Segment& segment : index.segments()) {
    info.tokens += segment.info().tokens;
    info.words += segment.words().size();
    for (const SegmentFile& file : segment.info().files) {
      info.file_bytes[file.name] += file.bytes;
      info.index_bytes += file.bytes;
    }
    count_dates(segment.columns(), info, span);
    for (std::size_t i = 0; i < kAttributeCount; ++i) {
      count_labels(segment.columns().labels(kAttributes[i].name), segment.size(), counts[i]);
    }
  }
  info.first_published = format_iso8601(span.first, span.first_precision);
  info.last_published = format_iso8601(span.last, span.last_precision);
  for (std::size_t i = 0; i < kAttributeCount; ++i) {
    if (counts[i].empty()) continue;
    info.counts.emplace_back(kAttributes[i].name, most_frequent_first(counts[i]));
  }
  return info;
}

}  // namespace news
