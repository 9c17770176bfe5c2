#include "indexer/segment/segment_writer.h"

#include <algorithm>

#include "common/analysis/word_forms.h"
#include "common/base/file.h"
#include "common/base/hash.h"
#include "common/index/attributes.h"
#include "common/index/file_names.h"
#include "common/index/posting_checks.h"

namespace news {

SegmentWriter::SegmentWriter(std::filesystem::path folder, const SegmentPlan& plan)
    : folder_(std::move(folder)),
      plan_(plan),
      articles_(articles_path(folder_), plan.dictionary()),
      tokens_(tokens_path(folder_)),
      labels_(kAttributeCount) {}

void SegmentWriter::add(const EncodedArticle& article) {
  articles_.add(article.frame);
  tokens_.add(article.codes);
  add_other(article.other);
  wdf_sums_.push_back(article.wdf_sum);
  const ArticleColumns& columns = article.columns;
  published_.push_back(columns.published.seconds);
  precision_.push_back(static_cast<std::int64_t>(columns.published.precision));
  doubtful_.push_back(columns.published.doubtful ? 1 : 0);
  lengths_.push_back(columns.length);
  fingerprints_.push_back(static_cast<std::int64_t>(columns.fingerprint));
  pages_.push_back(static_cast<std::int64_t>(columns.reading.page_characters));
  stripped_.push_back(static_cast<std::int64_t>(columns.reading.stripped_characters));
  repaired_.push_back(columns.reading.repaired ? 1 : 0);
  date_guesses_.add(date_guesses(columns.published));
  for (std::size_t i = 0; i < labels_.size(); ++i) labels_[i].add(columns.labels[i]);
}

void SegmentWriter::add_other(const std::string& codes) {
  if (other_ == nullptr) {
    if (codes.empty()) return;
    other_ = std::make_unique<TokenStreamWriter>(other_path(folder_));
    for (std::size_t i = 0; i < wdf_sums_.size(); ++i) other_->add({});
  }
  other_->add(codes);
}

void SegmentWriter::write_columns() {
  ColumnsWriter columns(columns_path(folder_), published_.size());
  columns.add_numbers(kPublishedColumn, published_);
  columns.add_numbers(kPrecisionColumn, precision_);
  columns.add_numbers(kDoubtfulColumn, doubtful_);
  columns.add_numbers(kLengthColumn, lengths_);
  columns.add_numbers(kFingerprintColumn, fingerprints_);
  columns.add_numbers(kPageColumn, pages_);
  columns.add_numbers(kStrippedColumn, stripped_);
  columns.add_numbers(kRepairedColumn, repaired_);
  columns.add_labels(kDateGuessColumn, date_guesses_, fold_label);
  for (const AttributeInfo& row : kAttributes) {
    columns.add_labels(row.name, labels_[static_cast<std::size_t>(row.attribute)], fold_label);
  }
  columns.finish();
}

SegmentInfo SegmentWriter::finish(std::vector<PostingRun>& postings) {
  articles_.finish();
  tokens_.finish();
  if (other_ != nullptr) other_->finish();
  write_columns();
  const auto writer = make_glass_writer(postings_path(folder_), wdf_sums_);
  PostingRun::merge(postings, *writer);
  writer->finish();
  write_posting_checks(postings_path(folder_), posting_checks_path(folder_));
  sync_directory(folder_);

  SegmentInfo info;
  info.id = folder_.filename().string();
  info.articles = plan_.size();
  info.tokens = plan_.tokens();
  info.files = list_segment_files(folder_);
  return info;
}

std::vector<SegmentFile> list_segment_files(const std::filesystem::path& folder) {
  std::vector<SegmentFile> files;
  for (const auto& item : std::filesystem::recursive_directory_iterator(folder)) {
    if (!item.is_regular_file()) continue;
    Hash64 hash;
    // Not mapped: the pages would count as memory of the build.
    read_pieces(item.path(), [&](std::string_view piece) { hash.add(piece); });
    files.push_back({item.path().lexically_relative(folder).string(), item.file_size(),
                     checksum_hex(hash.value())});
  }
  std::sort(files.begin(), files.end(),
            [](const SegmentFile& a, const SegmentFile& b) { return a.name < b.name; });
  return files;
}

}  // namespace news
