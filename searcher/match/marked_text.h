#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/index/article_words.h"
#include "searcher/match/answer.h"
#include "searcher/match/segment_terms.h"

namespace news {

/// A text of an article, cut into tokens, with what of it answers the query. Borrows text and
/// tokens.
class MarkedText {
 public:
  using Range = std::pair<std::size_t, std::size_t>;

  MarkedText(std::string_view text, std::string field, const TextWords& words,
             SegmentTerms& terms);

  std::string_view text() const { return text_; }
  const std::vector<Token>& tokens() const { return *tokens_; }
  /// In order of their first token.
  const std::vector<Mark>& marks() const { return marks_; }
  /// Marks that share tokens made one: tokens [first, last], in order.
  const std::vector<Range>& places() const { return places_; }

  /// Words asked for in bytes [begin, end) as [start, end) in code points counted from `begin`; of
  /// neighbouring ideographs that answer one word, or words that overlap, one range.
  std::vector<Range> highlights(std::size_t begin, std::size_t end) const;
  /// Bytes [begin, end) as a snippet. Line breaks become blanks, which keeps the offsets.
  Snippet cut(std::size_t begin, std::size_t end) const;

 private:
  void make_places();

  std::string_view text_;
  std::string field_;
  const std::vector<Token>* tokens_;
  std::vector<Mark> marks_;
  std::vector<Range> places_;
};

}  // namespace news
