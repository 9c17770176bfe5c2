#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "common/index/article_store.h"
#include "common/index/columns.h"
#include "common/index/manifest.h"
#include "common/index/schema.h"
#include "common/index/token_stream.h"
#include "indexer/segment/chunk_encoder.h"
#include "indexer/segment/segment_plan.h"

namespace news {

/// Writes the files of one segment into a folder of its own. One thread. Throws Error{Io}.
class SegmentWriter {
 public:
  /// `folder` exists; the plan has written its words there.
  SegmentWriter(std::filesystem::path folder, const SegmentPlan& plan);

  /// The next article, in order of number.
  void add(const EncodedArticle& article);

  /// Writes columns and postings, makes all of it durable, and says what the segment holds.
  SegmentInfo finish(std::vector<PostingRun>& postings);

 private:
  void add_other(const std::string& codes);
  void write_columns();

  std::filesystem::path folder_;
  const SegmentPlan& plan_;
  ArticleStoreWriter articles_;
  TokenStreamWriter tokens_;
  std::unique_ptr<TokenStreamWriter> other_;  ///< made with the first article that needs it
  std::vector<std::uint32_t> wdf_sums_;
  std::vector<std::int64_t> published_;
  std::vector<std::int64_t> precision_;
  std::vector<std::int64_t> doubtful_;
  std::vector<std::int64_t> lengths_;
  std::vector<std::int64_t> fingerprints_;
  std::vector<std::int64_t> pages_;
  std::vector<std::int64_t> stripped_;
  std::vector<std::int64_t> repaired_;
  LabelColumnBuilder date_guesses_;
  std::vector<LabelColumnBuilder> labels_;
};

/// Every file of a segment with its size and checksum, in order of name. Throws Error{Io}.
std::vector<SegmentFile> list_segment_files(const std::filesystem::path& folder);

}  // namespace news
