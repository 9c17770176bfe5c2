#include "common/index/segment.h"

#include <xapian.h>

#include <utility>

#include "common/base/error.h"
#include "common/index/file_names.h"
#include "common/index/text_restorer.h"

namespace news {
namespace {

Xapian::Database open_postings(const std::string& path) {
  try {
    return Xapian::Database(path);
  } catch (const Xapian::Error& e) {
    throw Error(ErrorKind::Index, "can't open '" + path + "': " + e.get_msg());
  }
}

}  // namespace

struct Segment::Files {
  explicit Files(const std::filesystem::path& folder)
      : postings(open_postings(postings_path(folder).string())),
        articles(articles_path(folder)),
        tokens(tokens_path(folder)),
        words(words_path(folder)),
        columns(columns_path(folder)),
        texts(tokens, words) {}

  Xapian::Database postings;
  ArticleStore articles;
  TokenStream tokens;
  WordList words;
  Columns columns;
  TextRestorer texts;
};

Segment::Segment(std::filesystem::path folder, SegmentInfo info)
    : folder_(std::move(folder)),
      info_(std::move(info)),
      files_(std::make_unique<Files>(folder_)) {
  check_count("postings", files_->postings.get_doccount());
  check_count("articles", files_->articles.size());
  check_count("tokens", files_->tokens.size());
  check_count("columns", files_->columns.articles());
}

Segment::Segment(Segment&&) noexcept = default;
Segment& Segment::operator=(Segment&&) noexcept = default;
Segment::~Segment() = default;

void Segment::check_count(const std::string& file, std::uint64_t articles) const {
  if (articles == info_.articles) return;
  throw Error(ErrorKind::Index, "the segment '" + folder_.string() + "' is damaged: " + file +
                                    " has " + std::to_string(articles) +
                                    " articles, the manifest says " +
                                    std::to_string(info_.articles));
}

Article Segment::article(std::uint64_t number) const {
  StoredArticle stored = files_->articles.read(number);
  files_->texts.restore(number, stored);
  return std::move(stored.article);
}

const Xapian::Database& Segment::postings() const { return files_->postings; }
const ArticleStore& Segment::articles() const { return files_->articles; }
const TokenStream& Segment::tokens() const { return files_->tokens; }
const WordList& Segment::words() const { return files_->words; }
const Columns& Segment::columns() const { return files_->columns; }

}  // namespace news
