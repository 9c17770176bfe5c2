#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "common/index/schema.h"
#include "common/index/token_stream.h"
#include "searcher/match/phrase_scan.h"
#include "searcher/match/word_set.h"

namespace news {

/// Where the words of a span may stand.
struct SpanScope {
  std::optional<TextField> field;  ///< nothing: anywhere in the article
  bool lead_only = false;          ///< the first paragraph of the body, 60 words at most
};

/// A positional condition over words, as `QueryNode` defines it: phrases, NEAR, ADJ, SENT, PARA and
/// how often. A value.
struct SpanNode {
  enum class Kind : std::uint8_t {
    Phrase,     ///< `words` in a row; one word alone is a phrase too
    Or,         ///< occurrences of any child
    Near,       ///< two children, at most `number` apart
    Adjacent,   ///< the first child before the second
    Sentence,   ///< two children in one sentence
    Paragraph,  ///< two children in one paragraph
    AtLeast,    ///< `number` occurrences of the child; holds or doesn't for a whole article
  };
  Kind kind = Kind::Phrase;
  std::vector<std::size_t> words;  ///< Phrase: indexes into the tree's word sets
  SpanScope scope;                 ///< Phrase
  unsigned number = 0;
  std::vector<SpanNode> children;
};

/// A positional condition with the words it is about.
struct SpanTree {
  SpanNode root;
  std::vector<WordSet> words;
  bool in_other = false;  ///< about what was stripped from pages, not about stories
};

/// The word order that a tree is about. Throws Error{Index} when the segment doesn't have it,
/// although its postings name articles to check.
const TokenStream& tokens_for(const SpanTree& tree, const Segment& segment);

/// Checks articles of one segment against a span tree, by reading their word order. One thread;
/// borrows tree and tokens.
class SpanMatcher {
 public:
  SpanMatcher(const SpanTree& tree, std::size_t segment, const TokenStream& tokens);

  /// True when the condition holds in article `number`. Throws Error{Index} on damage and
  /// Error{Query} when the article has more occurrences than can be paired.
  bool matches(std::uint64_t number);

 private:
  /// A token that is one of the words asked for, with its surroundings.
  struct Occurrence {
    std::uint32_t position = 0;   ///< counts the article's tokens
    std::uint32_t stretch = 0;    ///< one headline, one caption, the body: spans don't leave it
    std::uint32_t sentence = 0;   ///< counted through the article
    std::uint32_t paragraph = 0;
    TextField field = TextField::Body;
    bool in_lead = false;
  };
  struct Span {
    Occurrence first;
    Occurrence last;
  };
  using Spans = std::vector<Span>;

  /// Counts of spans beyond this many don't matter.
  static constexpr std::size_t kAll = SIZE_MAX;

  void read(std::uint64_t number);
  bool may_be_asked_for(std::uint32_t number) const {
    return (asked_for_[number / 64 % asked_for_.size()] >> (number % 64) & 1) != 0;
  }
  void add_word(std::uint32_t number, const Occurrence& occurrence);
  bool holds(const SpanNode& node) const;
  /// The spans of a node in order of where they begin; `enough` of them at least, if there are.
  Spans find(const SpanNode& node, std::size_t enough = kAll) const;
  Spans find_any(const SpanNode& node) const;
  Spans find_phrase(const SpanNode& node, std::size_t enough) const;
  Spans find_pairs(const SpanNode& node, std::size_t enough) const;

  /// The first of `right` that may pair with `a`, and whether `b` and all after it can't.
  static Spans::const_iterator first_near(const Span& a, const Spans& right, std::uint32_t longest,
                                          const SpanNode& node);
  static bool is_beyond(const Span& a, const Span& b, const SpanNode& node);
  static bool is_pair(const Span& a, const Span& b, const SpanNode& node);
  static std::pair<std::uint32_t, std::uint32_t> ends_of(const Span& span);
  static void sort_unique(Spans& spans);

  const SpanTree& tree_;
  const TokenStream& tokens_;
  /// Which word sets hold a word number, by number; sorted.
  std::vector<std::pair<std::uint32_t, std::uint32_t>> sets_of_number_;
  /// One bit for the remainder of each of those numbers: most words of an article are none of them.
  std::array<std::uint64_t, 64> asked_for_{};
  std::optional<PhraseScan> phrase_;  ///< where the whole tree is one phrase, wherever it stands
  std::vector<std::vector<Occurrence>> occurrences_;  ///< by word set, in order of position
};

}  // namespace news
