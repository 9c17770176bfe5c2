#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/reader/reading.h"
#include "tests/indexer/source/scratch_folder.h"

namespace news {

/// All that reading and parsing a corpus gives.
struct ReadCorpus {
  std::vector<RawArticle> articles;
  std::vector<Rejection> rejections;
  std::vector<RecordBatch> batches;  ///< without their records
};

inline ReadCorpus read_all(const std::vector<std::string>& roots, const ReadOptions& options = {}) {
  ReadCorpus all;
  const auto reject = [&](Rejection rejection) { all.rejections.push_back(std::move(rejection)); };
  const auto take = [&](RecordBatch batch) {
    ParsedRecord parsed = parse_batch(batch, options);
    for (RawArticle& raw : parsed.articles) all.articles.push_back(std::move(raw));
    for (Rejection& rejection : parsed.rejections) reject(std::move(rejection));
    batch.records.clear();
    all.batches.push_back(std::move(batch));
  };
  read_corpus(roots, options, take, reject);
  return all;
}

/// Reads `bytes` as a file of that name.
inline ReadCorpus read_bytes(std::string_view name, std::string_view bytes,
                             const ReadOptions& options = {}) {
  const ScratchFolder folder;
  return read_all({folder.write(name, bytes)}, options);
}

/// Reads a file of tests/fixtures.
inline ReadCorpus read_fixture(const std::string& name) {
  return read_all({std::string(NEWS_SOURCE_DIR) + "/tests/fixtures/" + name});
}

/// The reasons of all rejections, a line each.
inline std::string reasons(const ReadCorpus& all) {
  std::string lines;
  for (const Rejection& rejection : all.rejections) {
    lines += rejection.record + (rejection.record.empty() ? "" : ": ") + rejection.reason + "\n";
  }
  return lines;
}

/// Serves a string in pieces of 4 KiB.
class StringStream : public ByteStream {
 public:
  explicit StringStream(std::string bytes) : bytes_(std::move(bytes)) {}
  std::size_t read(char* buffer, std::size_t size) override {
    const std::size_t n = bytes_.copy(buffer, std::min<std::size_t>(size, 4096), at_);
    at_ += n;
    return n;
  }

 private:
  std::string bytes_;
  std::size_t at_ = 0;
};

}  // namespace news
