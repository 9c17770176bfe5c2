#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "common/index/article_store.h"
#include "common/index/article_words.h"
#include "common/index/columns.h"
#include "common/index/deletions.h"
#include "common/index/manifest.h"
#include "common/index/posting_file.h"
#include "common/index/token_stream.h"
#include "common/index/words.h"

namespace Xapian {
class Database;
}

namespace news {

/// One segment, open for reading. Files are mapped, and read where a query needs them. Article
/// numbers start at 1 and follow publication time, newest first; undated articles come last. One
/// thread. Throws Error{Index}.
class Segment {
 public:
  /// Opens every file, so that a segment that is removed later stays whole for this reader.
  Segment(std::filesystem::path folder, SegmentInfo info);
  Segment(Segment&&) noexcept;
  Segment& operator=(Segment&&) noexcept;
  ~Segment();

  const SegmentInfo& info() const { return info_; }
  const std::filesystem::path& folder() const { return folder_; }
  /// The greatest article number: removed articles included.
  std::uint64_t size() const { return info_.articles; }

  /// Article `number`, from 1. `words`, when given, gets those of the texts that are wanted, and of
  /// captions unless no body is.
  Article article(std::uint64_t number, ArticleParts parts = ArticleParts::All,
                  ArticleWords* words = nullptr) const;

  /// Articles removed since it was written; nullptr when there are none. Its postings, tokens and
  /// columns have them still; its words pass over those that only they have.
  const Deletions* deletions() const;
  bool is_deleted(std::uint64_t number) const {
    return deletions() != nullptr && deletions()->contains(number);
  }
  /// How many articles have a term, without removed ones.
  std::uint64_t frequency(const std::string& term) const;
  /// The article of this id, without removed ones; 0 when there is none.
  std::uint32_t find(std::string_view id) const;

  const PostingFile& posting_file() const;
  /// The same postings, for Xapian's matcher. It believes what it reads, so it is given queries
  /// whose lists are all ours (`make_terms_query`, `make_check_query`), and asks this only how many
  /// articles there are.
  const Xapian::Database& postings() const;
  const ArticleStore& articles() const;
  const TokenStream& tokens() const;
  /// The word order of what was stripped from pages; nullptr when no article has any.
  const TokenStream* other() const;
  const WordList& words() const;
  const Columns& columns() const;

 private:
  struct Files;
  void check_count(const std::string& file, std::uint64_t articles) const;
  std::filesystem::path folder_;
  SegmentInfo info_;
  std::unique_ptr<Files> files_;
};

}  // namespace news
