#include "common/index/segment.h"

#include <xapian.h>

#include <utility>

#include "common/base/error.h"
#include "common/base/file.h"
#include "common/base/hash.h"
#include "common/index/file_names.h"
#include "common/index/schema.h"
#include "common/index/text_restorer.h"

namespace news {
namespace {

/// Xapian's files have no checksums: postings up to this size are read as a whole when they are
/// opened: 1.2 million instructions a megabyte, a few tenths of a millisecond.
constexpr std::uint64_t kCheckedPostings = 64u << 20;

void check_postings(const std::filesystem::path& folder, const SegmentInfo& info) {
  for (const SegmentFile& file : info.files) {
    if (!file.name.starts_with(postings_path({}).string() + "/")) continue;
    if (file.bytes > kCheckedPostings) continue;
    std::string what;
    try {
      const MappedFile content(folder / file.name);
      if (checksum_hex(hash64(content.bytes())) == file.checksum) continue;
      what = "its bytes don't match their checksum";
    } catch (const Error& e) {
      what = e.what();
    }
    throw Error(ErrorKind::Index, "index file '" + (folder / file.name).string() +
                                      "' is damaged: " + what + "; 'newsindex check' tells more");
  }
}

Xapian::Database open_postings(const std::filesystem::path& folder, const SegmentInfo& info) {
  check_postings(folder, info);
  const std::string path = postings_path(folder).string();
  try {
    return Xapian::Database(path);
  } catch (const Xapian::Error& e) {
    throw Error(ErrorKind::Index, "can't open '" + path + "': " + e.get_msg());
  }
}

}  // namespace

struct Segment::Files {
  Files(const std::filesystem::path& folder, const SegmentInfo& info)
      : postings(open_postings(folder, info)),
        posting_file(postings_path(folder)),
        articles(articles_path(folder)),
        tokens(tokens_path(folder)),
        words(words_path(folder)),
        columns(columns_path(folder)),
        texts(tokens, words) {
    if (!info.deletions) return;
    deletions = std::make_unique<Deletions>(folder / info.deletions->name, info.articles);
    words.leave_out(*deletions);
  }

  Xapian::Database postings;
  PostingFile posting_file;
  ArticleStore articles;
  TokenStream tokens;
  WordList words;
  Columns columns;
  TextRestorer texts;
  std::unique_ptr<Deletions> deletions;
};

Segment::Segment(std::filesystem::path folder, SegmentInfo info)
    : folder_(std::move(folder)),
      info_(std::move(info)),
      files_(std::make_unique<Files>(folder_, info_)) {
  check_count("postings", files_->postings.get_doccount());
  check_count("articles", files_->articles.size());
  check_count("tokens", files_->tokens.size());
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

Article Segment::article(std::uint64_t number) const {
  StoredArticle stored = files_->articles.read(number);
  files_->texts.restore(number, stored);
  return std::move(stored.article);
}

const Xapian::Database& Segment::postings() const { return files_->postings; }
const PostingFile& Segment::posting_file() const { return files_->posting_file; }
const ArticleStore& Segment::articles() const { return files_->articles; }
const TokenStream& Segment::tokens() const { return files_->tokens; }
const WordList& Segment::words() const { return files_->words; }
const Columns& Segment::columns() const { return files_->columns; }
const Deletions* Segment::deletions() const { return files_->deletions.get(); }

std::uint64_t Segment::frequency(const std::string& term) const {
  try {
    const Xapian::Database& postings = files_->postings;
    std::uint64_t frequency = postings.get_termfreq(term);
    if (deletions() == nullptr || frequency == 0) return frequency;
    // Removed articles and the posting list take turns to skip to each other.
    const Xapian::PostingIterator end = postings.postlist_end(term);
    for (auto it = postings.postlist_begin(term); it != end;) {
      const auto removed = deletions()->next(*it);
      if (!removed) break;
      if (*removed == *it) {
        --frequency;
        ++it;
      } else {
        it.skip_to(static_cast<Xapian::docid>(*removed));
      }
    }
    return frequency;
  } catch (const Xapian::Error& e) {
    rethrow(e);
  }
}

std::uint32_t Segment::find(std::string_view id) const {
  try {
    const std::string term = id_term(id);
    const Xapian::PostingIterator end = files_->postings.postlist_end(term);
    for (auto it = files_->postings.postlist_begin(term); it != end; ++it) {
      // The term of a long id is a hash: only the article tells.
      if (!is_deleted(*it) && articles().read(*it).article.id == id) return *it;
    }
    return 0;
  } catch (const Xapian::Error& e) {
    rethrow(e);
  }
}

void Segment::rethrow(const Xapian::Error& e) const {
  throw Error(ErrorKind::Index, "the postings of '" + folder_.string() +
                                    "' are damaged: " + e.get_msg() +
                                    "; 'newsindex check' tells more");
}

}  // namespace news
