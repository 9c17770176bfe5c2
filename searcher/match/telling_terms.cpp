#include "searcher/match/telling_terms.h"

#include <algorithm>
#include <map>
#include <optional>
#include <unordered_map>

#include "common/analysis/char_class.h"
#include "common/base/text.h"
#include "searcher/match/scored_terms.h"

namespace news {
namespace {

/// A word of a segment as this is interested in it.
struct KnownWord {
  std::string stem;  ///< "" for a number and for one letter
  bool is_ideograph = false;
};

bool is_one_letter(std::string_view spelling) {
  std::size_t end = 0;
  next_code_point(spelling, end);
  return end == spelling.size();
}

KnownWord describe(const Segment& segment, std::uint32_t number) {
  const WordEntry entry = segment.words().word(number);
  KnownWord word;
  word.is_ideograph = is_ideograph(entry.spelling);
  const bool has_letter = std::any_of(entry.spelling.begin(), entry.spelling.end(), [](char c) {
    return is_ascii_alpha(c) || (c & 0x80) != 0;
  });
  if (word.is_ideograph) {
    word.stem = entry.spelling;
  } else if (has_letter && !is_one_letter(entry.spelling)) {
    word.stem = segment.words().stem(entry.stem);
  }
  return word;
}

double boost_in(TextField field, std::uint32_t body_words, const RankingSettings& ranking) {
  if (field == TextField::Headline) return ranking.headline_boost;
  const bool is_lead = field == TextField::Body && body_words < kRankedLeadWords;
  return is_lead ? ranking.lead_boost : 1;
}

/// Occurrences of each term in an article, boosted.
std::unordered_map<std::string, double> count_terms(const Index& index, std::size_t number,
                                                    std::uint32_t article) {
  const Segment& segment = index.segments()[number];
  std::unordered_map<std::uint32_t, KnownWord> words;
  std::unordered_map<std::string, double> counts;
  TextField field = TextField::Body;
  std::uint32_t body_words = 0;
  const KnownWord* before = nullptr;
  segment.tokens().for_each_code(article, [&](std::uint64_t code) {
    if (code < kFirstWordCode) {
      if (code >= kFieldMark) field = static_cast<TextField>(code - kFieldMark);
      before = nullptr;
      return;
    }
    const auto word_number = static_cast<std::uint32_t>(code - kFirstWordCode);
    const auto [place, is_new] = words.try_emplace(word_number);
    if (is_new) place->second = describe(segment, word_number);
    const KnownWord& word = place->second;
    const double boost = boost_in(field, body_words, index.manifest().ranking);
    if (field == TextField::Body) ++body_words;
    if (!word.is_ideograph && !word.stem.empty()) counts[word.stem] += boost;
    if (word.is_ideograph && before != nullptr) counts[before->stem + word.stem] += boost;
    before = word.is_ideograph ? &word : nullptr;
  });
  return counts;
}

}  // namespace

std::vector<TellingTerm> telling_terms(const Index& index,
                                       const std::vector<WeightedArticle>& articles,
                                       std::size_t count, std::size_t least_articles) {
  struct Sum {
    double weight = 0;
    std::size_t articles = 0;
  };
  std::map<std::string, Sum> sums;
  for (const WeightedArticle& article : articles) {
    for (const auto& [stem, times] : count_terms(index, article.segment, article.article)) {
      Sum& sum = sums[make_term({}, stem)];
      sum.weight += article.weight * times / (times + index.manifest().ranking.k1);
      ++sum.articles;
    }
  }
  struct Candidate {
    TellingTerm term;
    double value = 0;
  };
  std::vector<Candidate> candidates;
  for (const auto& [term, sum] : sums) {
    if (sum.articles < least_articles || frequency_of(index, {term}) < 2) continue;
    candidates.push_back({{term, sum.weight}, sum.weight * idf_of(index, {term})});
  }
  // Terms are in their order already, so that equals stay in a fixed one.
  std::stable_sort(candidates.begin(), candidates.end(),
                   [](const Candidate& a, const Candidate& b) { return a.value > b.value; });
  if (candidates.size() > count) candidates.resize(count);
  double most = 0;
  for (const Candidate& candidate : candidates) most = std::max(most, candidate.term.weight);
  std::vector<TellingTerm> terms;
  for (Candidate& candidate : candidates) {
    candidate.term.weight /= most;
    terms.push_back(std::move(candidate.term));
  }
  return terms;
}

}  // namespace news
