#include "common/index/segment.h"

#include <xapian.h>

#include <utility>

#include "common/base/error.h"
#include "common/base/file.h"
#include "common/base/hash.h"
#include "common/index/file_names.h"
#include "common/index/posting_cursor.h"
#include "common/index/schema.h"
#include "common/index/text_restorer.h"

namespace news {
namespace {

const SegmentFile& find_file(const SegmentInfo& info, const std::filesystem::path& name) {
  for (const SegmentFile& file : info.files) {
    if (file.name == name) return file;
  }
  throw Error(ErrorKind::Index,
              "the manifest doesn't name the file '" + name.string() + "' of segment " + info.id);
}

/// Xapian's smaller file says where in the other one to begin, and is checked here; the blocks of
/// the other one are checked as they are read.
void check_version_file(const std::filesystem::path& folder, const SegmentInfo& info) {
  const std::filesystem::path name = posting_version_path(postings_path({}));
  const SegmentFile& file = find_file(info, name);
  std::string fault = "its bytes don't match their checksum";
  try {
    if (checksum_hex(hash64(MappedFile(folder / name).bytes())) == file.checksum) return;
  } catch (const Error& e) {
    fault = e.what();
  }
  throw Error(ErrorKind::Index, "index file '" + (folder / name).string() + "' is damaged: " +
                                    fault + "; 'newsindex check' tells more");
}

PostingFile open_posting_file(const std::filesystem::path& folder, const SegmentInfo& info) {
  check_version_file(folder, info);
  return PostingFile(postings_path(folder), posting_checks_path(folder));
}

/// Opened after `PostingFile`, which has checked what Xapian reads here: the smaller file and the
/// head of one block.
Xapian::Database open_postings(const std::filesystem::path& folder) {
  const std::string path = postings_path(folder).string();
  try {
    return Xapian::Database(path, Xapian::DB_BACKEND_GLASS);
  } catch (const Xapian::Error& e) {
    throw Error(ErrorKind::Index, "can't open '" + path + "': " + e.get_msg());
  }
}

}  // namespace

struct Segment::Files {
  Files(const std::filesystem::path& folder, const SegmentInfo& info)
      : posting_file(open_posting_file(folder, info)),
        postings(open_postings(folder)),
        articles(articles_path(folder)),
        tokens(tokens_path(folder)),
        other(info.has_file(other_path({})) ? std::make_unique<TokenStream>(other_path(folder))
                                            : nullptr),
        words(words_path(folder)),
        columns(columns_path(folder)),
        texts(tokens, other.get(), words) {
    if (!info.deletions) return;
    deletions = std::make_unique<Deletions>(folder / info.deletions->name, info.articles);
    words.leave_out(*deletions);
  }

  PostingFile posting_file;
  Xapian::Database postings;
  ArticleStore articles;
  TokenStream tokens;
  std::unique_ptr<TokenStream> other;
  WordList words;
  Columns columns;
  TextRestorer texts;
  std::unique_ptr<Deletions> deletions;
};

Segment::Segment(std::filesystem::path folder, SegmentInfo info)
    : folder_(std::move(folder)),
      info_(std::move(info)),
      files_(std::make_unique<Files>(folder_, info_)) {
  check_count("postings", files_->posting_file.articles());
  check_count("articles", files_->articles.size());
  check_count("tokens", files_->tokens.size());
  if (other() != nullptr) check_count("other", other()->size());
  check_count("columns", files_->columns.articles());
  if (deletions() == nullptr || deletions()->count() == info_.deleted) return;
  throw Error(ErrorKind::Index, "the segment '" + folder_.string() + "' is damaged: " +
                                    std::to_string(deletions()->count()) +
                                    " articles are removed, the manifest says " +
                                    std::to_string(info_.deleted));
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

Article Segment::article(std::uint64_t number, ArticleParts parts, ArticleWords* words) const {
  StoredArticle stored = files_->articles.read(number);
  files_->texts.restore(number, stored, parts, words);
  return std::move(stored.article);
}

const Xapian::Database& Segment::postings() const { return files_->postings; }
const PostingFile& Segment::posting_file() const { return files_->posting_file; }
const ArticleStore& Segment::articles() const { return files_->articles; }
const TokenStream& Segment::tokens() const { return files_->tokens; }
const TokenStream* Segment::other() const { return files_->other.get(); }
const WordList& Segment::words() const { return files_->words; }
const Columns& Segment::columns() const { return files_->columns; }
const Deletions* Segment::deletions() const { return files_->deletions.get(); }

std::uint64_t Segment::frequency(const std::string& term) const {
  if (deletions() == nullptr) {
    const auto list = posting_file().find(term);
    return list ? list->frequency() : 0;
  }
  // Removed articles and the posting list take turns to skip to each other.
  PostingCursor cursor(posting_file(), size(), {term});
  std::uint64_t frequency = cursor.frequency();
  while (cursor.article() != PostingCursor::kEnd) {
    const auto removed = deletions()->next(cursor.article());
    if (!removed) break;
    if (*removed == cursor.article()) {
      if (frequency-- == 0) posting_file().damaged();
      cursor.next();
    } else {
      cursor.skip_to(static_cast<std::uint32_t>(*removed));
    }
  }
  return frequency;
}

std::uint32_t Segment::find(std::string_view id) const {
  PostingCursor cursor(posting_file(), size(), {id_term(id)});
  for (; cursor.article() != PostingCursor::kEnd; cursor.next()) {
    // The term of a long id is a hash: only the article tells.
    const std::uint32_t article = cursor.article();
    if (!is_deleted(article) && articles().read(article).article.id == id) return article;
  }
  return 0;
}

}  // namespace news
