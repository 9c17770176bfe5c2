#pragma once

#include <cstdint>
#include <deque>
#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common/analysis/tokenizer.h"
#include "common/article/article.h"
#include "common/index/fingerprint.h"
#include "common/index/manifest.h"
#include "common/index/schema.h"
#include "common/index/token_stream.h"
#include "indexer/segment/blob_store.h"
#include "indexer/segment/vocabulary.h"
#include "indexer/segment/word_chapter.h"

namespace news {

/// What a build has to know of every article at once, to order them.
struct RunEntry {
  std::string id;
  std::uint64_t sequence = 0;  ///< place in the corpus
  UnixSeconds published = 0;
  UnixSeconds changed = 0;  ///< when it was updated, else published
  bool dated = false;
  float boosted_length = 0;  ///< words, each as often as its field's boost says
  std::uint32_t tokens = 0;  ///< words, each once
  std::uint64_t fingerprint = 0;  ///< of the body; see FingerprintMaker
  std::uint32_t run = 0;      ///< which run holds it
  std::uint32_t chapter = 0;  ///< of the run: whose words its codes are
  std::uint64_t offset = 0;  ///< in the run's blobs: codes, then the encoded article
  std::uint32_t code_bytes = 0;
  std::uint32_t article_bytes = 0;
};

/// In a run's codes, and nowhere else: stands before a word that stands out as an acronym.
inline constexpr std::uint32_t kAcronymMark = kFirstWordCode - 1;

/// Articles as one thread of a build has analysed them, in the order in which they came. Their
/// codes are those of the token stream, with those of stripped text behind them, but with the
/// numbers of a vocabulary of this run: when one is full it is put away as a chapter, and the next
/// begins. One thread adds; when that is done, many may read.
class ArticleRun {
 public:
  /// `memory_bytes` is for words, entries and articles together; articles beyond it go to a
  /// temporary file in `scratch`.
  ArticleRun(std::uint32_t number, std::filesystem::path scratch, std::size_t memory_bytes,
             const RankingSettings& ranking);

  /// Cuts the article into words and puts it away.
  void add(const Article& article, std::uint64_t sequence);

  /// Gives an article other dates. After `finish`, but not while another thread reads.
  void set_dates(std::uint64_t sequence, const DateStamp& published, const DateStamp& updated);

  /// No article comes after this. Comes before all that follows.
  void finish();

  const std::deque<RunEntry>& entries() const { return entries_; }
  const std::vector<WordChapter>& chapters() const { return chapters_; }
  /// What the chapters stand in.
  const BlobStore& words() const { return words_; }
  /// Tags of the languages met.
  std::vector<std::string> languages() const { return vocabulary_.languages(); }
  void read_codes(const RunEntry& entry, std::string& out) const;
  void read_article(const RunEntry& entry, std::string& out) const;

 private:
  void share_memory();
  void end_chapter();
  void add_field(TextField field, std::string_view text);
  /// Of the text that was added last, as this field.
  std::string layout_of(TextField field, std::string_view text) const;

  std::uint32_t number_;
  std::size_t memory_bytes_;
  std::size_t id_bytes_ = 0;
  RankingSettings ranking_;
  Vocabulary vocabulary_;
  Vocabulary::Language* language_ = nullptr;  ///< of the article being added
  std::deque<RunEntry> entries_;  ///< a deque: it grows without being moved
  BlobStore blobs_;
  std::vector<WordChapter> chapters_;
  BlobStore words_;
  struct Dates {
    DateStamp published;
    DateStamp updated;
  };
  std::unordered_map<std::uint64_t, Dates> dates_;  ///< set later, by sequence

  FingerprintMaker fingerprint_;
  std::vector<Token> scratch_tokens_;           ///< of the field added last
  std::vector<StringTable::Key> scratch_keys_;  ///< of some of them
  std::vector<std::uint32_t> scratch_words_;    ///< their numbers
  std::string codes_;
  RunEntry entry_;
};

/// How much an occurrence in this field counts; in the body, one after its lead.
double boost_of(TextField field, const RankingSettings& ranking);

}  // namespace news
