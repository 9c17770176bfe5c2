#pragma once

#include <string>
#include <utility>
#include <vector>

#include "common/article/article.h"
#include "common/index/article_words.h"
#include "searcher/match/answer.h"
#include "searcher/match/marked_text.h"
#include "searcher/match/segment_terms.h"

namespace news {

/// Chooses passages of one segment's articles that show why they match. One thread.
class SnippetMaker {
 public:
  /// For segment number `segment`, whose words are `list`. Borrows all.
  SnippetMaker(const HighlightTerms& terms, std::size_t segment, const WordList& list)
      : story_(terms.story, segment, list), other_(terms.other, segment, list) {}

  /// Up to `count` passages, best first: stretches of whole sentences of about 240 characters that
  /// hold the most different words and phrases asked for, then those nearest to each other. Of
  /// stripped text first, which only those who ask for it get, then of body, summary and captions.
  /// An article without any of them gives its beginning.
  std::vector<Snippet> passages(const Article& article, const ArticleWords& words,
                                unsigned count);

  /// Up to `count` occurrences in order, each with `beside` words on either side; its own
  /// highlight, of a phrase as a whole, comes first.
  std::vector<Snippet> contexts(const Article& article, const ArticleWords& words, unsigned count,
                                unsigned beside);

  /// Words asked for in the headline, as [start, end) in code points.
  std::vector<std::pair<std::size_t, std::size_t>> in_headline(const Article& article,
                                                               const ArticleWords& words);

 private:
  std::vector<MarkedText> story_texts(const Article& article, const ArticleWords& words);
  std::vector<MarkedText> other_texts(const Article& article, const ArticleWords& words);

  SegmentTerms story_;
  SegmentTerms other_;
};

}  // namespace news
