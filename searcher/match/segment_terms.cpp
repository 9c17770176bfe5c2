#include "searcher/match/segment_terms.h"

#include <algorithm>

namespace news {

SegmentTerms::SegmentTerms(const TextTerms& terms, std::size_t segment, const WordList& list)
    : terms_(terms), segment_(segment), list_(list) {
  if (segment < terms.words.size()) words_ = terms.words[segment];
  std::sort(words_.begin(), words_.end());
  for (const std::uint32_t word : words_) note_beginning(word);
  for (const auto& phrase : terms.phrases) {
    for (const std::uint32_t word : phrase.front()[segment]) note_beginning(word);
  }
}

std::vector<Mark> SegmentTerms::find(const std::vector<std::uint32_t>& words) {
  std::vector<Mark> marks;
  for (std::size_t at = 0; at < words.size(); ++at) {
    if (!may_begin(words[at])) continue;
    for (std::size_t p = 0; p < terms_.phrases.size(); ++p) {
      if (!stands_at(terms_.phrases[p], words, at)) continue;
      marks.push_back({at, at + terms_.phrases[p].size() - 1, p});
    }
    if (!std::binary_search(words_.begin(), words_.end(), words[at])) continue;
    marks.push_back({at, at, terms_.phrases.size() + what_is(words[at])});
  }
  return marks;
}

bool SegmentTerms::stands_at(const std::vector<WordNumbers>& phrase,
                             const std::vector<std::uint32_t>& words, std::size_t at) const {
  if (at + phrase.size() > words.size()) return false;
  return std::all_of(phrase.begin(), phrase.end(), [&](const WordNumbers& word) {
    return std::binary_search(word[segment_].begin(), word[segment_].end(), words[at++]);
  });
}

std::size_t SegmentTerms::what_is(std::uint32_t word) {
  const auto [known, is_new] = stems_.try_emplace(word);
  if (is_new) known->second = list_.word(word).stem;
  return known->second;
}

}  // namespace news
