#include "common/index/segment.h"

#include <xapian.h>

#include <optional>
#include <utility>

#include "common/base/error.h"
#include "common/index/file_names.h"

namespace news {

struct Segment::Files {
  std::optional<Xapian::Database> postings;
  std::optional<ArticleStore> articles;
  std::optional<TokenStream> tokens;
  std::optional<WordList> words;
  std::optional<Columns> columns;
};

Segment::Segment(std::filesystem::path folder, SegmentInfo info)
    : folder_(std::move(folder)), info_(std::move(info)), files_(std::make_unique<Files>()) {}

Segment::Segment(Segment&&) noexcept = default;
Segment& Segment::operator=(Segment&&) noexcept = default;
Segment::~Segment() = default;

const Xapian::Database& Segment::postings() const {
  if (!files_->postings) {
    const std::string path = postings_path(folder_).string();
    try {
      files_->postings.emplace(path);
      if (files_->postings->get_doccount() != info_.articles) {
        throw Error(ErrorKind::Index, "index file '" + path + "' is damaged: it has " +
                                          std::to_string(files_->postings->get_doccount()) +
                                          " articles, the manifest says " +
                                          std::to_string(info_.articles));
      }
    } catch (const Xapian::Error& e) {
      throw Error(ErrorKind::Index, "can't open '" + path + "': " + e.get_msg());
    }
  }
  return *files_->postings;
}

const ArticleStore& Segment::articles() const {
  if (!files_->articles) files_->articles.emplace(articles_path(folder_));
  return *files_->articles;
}

const TokenStream& Segment::tokens() const {
  if (!files_->tokens) files_->tokens.emplace(tokens_path(folder_));
  return *files_->tokens;
}

const WordList& Segment::words() const {
  if (!files_->words) files_->words.emplace(words_path(folder_));
  return *files_->words;
}

const Columns& Segment::columns() const {
  if (!files_->columns) files_->columns.emplace(columns_path(folder_));
  return *files_->columns;
}

}  // namespace news
