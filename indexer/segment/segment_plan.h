#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "common/index/manifest.h"
#include "indexer/segment/article_run.h"
#include "indexer/segment/word_numbering.h"

namespace news {

/// Throws Error{Bug} when a segment can't have so many articles.
void check_segment_size(std::uint64_t articles);

/// Everything about a segment that depends on all of its articles: their order, the numbers of
/// words, the pivot length, the dictionary of the article store. Made once, then read by many
/// threads. Nothing in it depends on how the articles were spread over runs.
class SegmentPlan {
 public:
  /// Borrows the runs. Articles with the same id are one: the one changed last, or the later one
  /// in the corpus. Measures the pivot length if `ranking` has none.
  SegmentPlan(const std::vector<std::unique_ptr<ArticleRun>>& runs, const RankingSettings& ranking);

  /// These two complete the plan and may run at the same time. The first writes the file `words`
  /// into `folder`, and what doesn't fit `memory_bytes` to temporary files there.
  void number_words(const std::filesystem::path& folder, std::size_t memory_bytes);
  void train_dictionary();

  std::uint64_t size() const { return articles_.size(); }
  /// Article `number`, from 1: newest first, then by id; undated ones last.
  const RunEntry& article(std::uint64_t number) const { return *articles_[number - 1]; }
  const ArticleRun& run(const RunEntry& entry) const { return *runs_[entry.run]; }
  const RankingSettings& ranking() const { return ranking_; }
  const std::string& dictionary() const { return dictionary_; }
  std::uint64_t tokens() const { return tokens_; }
  /// Articles dropped because another one had the same id.
  std::uint64_t replaced() const { return replaced_.size(); }

  /// The word that has this number in the codes of an article.
  WordUse word(const RunEntry& article, std::uint32_t number) const {
    return numbering_->use(first_chapters_[article.run] + article.chapter, number);
  }
  /// Spelling of a word that is one ideograph, by its number in the segment.
  const std::string& ideograph(std::uint32_t number) const { return numbering_->ideograph(number); }
  /// The words of the segment, as they were written.
  const WordList& words() const { return *words_; }

 private:
  void order_articles();
  /// The chapters of all runs, with what isn't to be counted.
  std::vector<WordNumbering::Source> word_sources() const;
  void measure();

  std::vector<const ArticleRun*> runs_;
  RankingSettings ranking_;
  std::vector<const RunEntry*> articles_;
  std::vector<const RunEntry*> replaced_;  ///< left out: another one has the id
  std::uint64_t tokens_ = 0;
  std::vector<std::uint32_t> first_chapters_;  ///< of each run, among all chapters
  std::unique_ptr<WordNumbering> numbering_;
  std::unique_ptr<WordList> words_;
  std::string dictionary_;
};

}  // namespace news
