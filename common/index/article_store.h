#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "common/index/article_codec.h"
#include "common/index/framed_file.h"
#include "common/index/offset_table.h"

namespace news {

/// Trains a zstd dictionary of up to 112 KiB on encoded articles. "" when there are too few to
/// learn from. The same samples give the same dictionary.
std::string train_dictionary(const std::vector<std::string>& samples);

/// Compresses encoded articles, one zstd frame each, with a shared dictionary. One thread each.
class ArticleCompressor {
 public:
  explicit ArticleCompressor(std::string_view dictionary);
  ~ArticleCompressor();
  ArticleCompressor(const ArticleCompressor&) = delete;
  ArticleCompressor& operator=(const ArticleCompressor&) = delete;

  std::string compress(std::string_view encoded_article);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// Writes the file `articles` of a segment: frames in order of article number. One thread.
class ArticleStoreWriter {
 public:
  ArticleStoreWriter(const std::filesystem::path& path, std::string_view dictionary);
  /// The frame of the next article, from an ArticleCompressor with the same dictionary.
  void add(std::string_view frame);
  void finish();

 private:
  FramedWriter out_;
  std::uint64_t dictionary_bytes_;
  OffsetTableWriter offsets_;
};

/// Reads the articles of a segment. One thread (it owns a zstd context).
class ArticleStore {
 public:
  explicit ArticleStore(const std::filesystem::path& path);
  ~ArticleStore();

  std::uint64_t size() const { return offsets_.size(); }
  /// Article `number`, from 1, without its laid out texts: `Segment::article` has them. The layouts
  /// are good until the next article is read. Throws Error{Index} when it is damaged or not there.
  StoredArticle read(std::uint64_t number) const;
  /// Its encoded form, good until the next one is read.
  std::string_view read_encoded(std::uint64_t number) const;
  void verify() const { file_.verify(); }

 private:
  struct State;
  FramedFile file_;
  OffsetTable offsets_;
  std::unique_ptr<State> state_;
};

}  // namespace news
