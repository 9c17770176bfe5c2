#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "common/index/manifest.h"
#include "indexer/segment/article_run.h"
#include "indexer/segment/string_table.h"

namespace news {

/// Everything about a segment that depends on all of its articles: their order, the numbers of
/// words, the pivot length, the dictionary of the article store. Made once, then read by many
/// threads. Nothing in it depends on how the articles were spread over runs.
class SegmentPlan {
 public:
  /// Borrows the runs. Articles with the same id are one: the one changed last, or the later one
  /// in the corpus. Measures the pivot length if `ranking` has none.
  SegmentPlan(const std::vector<std::unique_ptr<ArticleRun>>& runs, const RankingSettings& ranking);

  /// These two complete the plan and may run at the same time. The first writes the file `words`
  /// into `folder`.
  void number_words(const std::filesystem::path& folder);
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

  /// A word of a run as the segment knows it.
  struct WordUse {
    std::uint32_t number = 0;  ///< in the token stream
    std::uint32_t stem = 0;    ///< index into `stems()`
    bool is_ideograph = false;
  };
  const std::vector<WordUse>& words_of_run(std::uint32_t run) const { return words_[run]; }
  const StringTable& stems() const { return stems_; }
  /// Spelling of a word that is one ideograph, by its number.
  const std::string& ideograph(std::uint32_t number) const { return ideographs_.at(number); }

 private:
  void order_articles();
  /// How often each word of a run occurs in the articles that are not left out.
  std::vector<std::uint64_t> frequencies_of(std::size_t run) const;
  void measure();

  std::vector<const ArticleRun*> runs_;
  RankingSettings ranking_;
  std::vector<const RunEntry*> articles_;
  std::vector<const RunEntry*> replaced_;  ///< left out: another one has the id
  std::uint64_t tokens_ = 0;
  std::vector<std::vector<WordUse>> words_;
  StringTable stems_;
  std::unordered_map<std::uint32_t, std::string> ideographs_;
  std::string dictionary_;
};

}  // namespace news
