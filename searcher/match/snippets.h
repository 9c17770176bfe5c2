#pragma once

#include <string>
#include <utility>
#include <vector>

#include "common/analysis/word_forms.h"
#include "common/article/article.h"
#include "searcher/match/answer.h"
#include "searcher/match/highlight_terms.h"

namespace news {

/// Chooses passages of articles that show why they match. One thread.
class SnippetMaker {
 public:
  /// Borrows the terms.
  explicit SnippetMaker(const HighlightTerms& terms) : terms_(terms) {}

  /// Up to `count` passages, best first: stretches of whole sentences of about 240 characters that
  /// hold the most different words and phrases asked for, then those nearest to each other. Of
  /// stripped text first, which only those who ask for it get, then of body, summary and captions.
  /// An article without any of them gives its beginning.
  std::vector<Snippet> passages(const Article& article, unsigned count);

  /// Up to `count` occurrences in order, each with `words` words on either side; its own highlight,
  /// of a phrase as a whole, comes first.
  std::vector<Snippet> contexts(const Article& article, unsigned count, unsigned words);

  /// Words asked for in a text of the article, as [start, end) in code points.
  std::vector<std::pair<std::size_t, std::size_t>> highlights(const Article& article,
                                                              std::string_view text);

 private:
  const HighlightTerms& terms_;
};

}  // namespace news
