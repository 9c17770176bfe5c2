#include "searcher/match/span_tree.h"

#include <algorithm>

#include "common/base/error.h"

namespace news {
namespace {

constexpr std::uint32_t kLeadWords = 60;
// Pairs of occurrences in one article beyond which a query is refused rather than left to run.
constexpr std::size_t kMaxSpans = 1'000'000;

}  // namespace

const TokenStream& tokens_for(const SpanTree& tree, const Segment& segment) {
  if (!tree.in_other) return segment.tokens();
  if (segment.other() != nullptr) return *segment.other();
  throw Error(ErrorKind::Index, "the segment '" + segment.folder().string() +
                                    "' is damaged: its postings have words of stripped text, "
                                    "which it doesn't hold");
}

SpanMatcher::SpanMatcher(const SpanTree& tree, std::size_t segment, const TokenStream& tokens)
    : tree_(tree), tokens_(tokens), occurrences_(tree.words.size()) {
  for (std::uint32_t set = 0; set < tree.words.size(); ++set) {
    for (const std::uint32_t number : tree.words[set].numbers[segment]) {
      sets_of_number_.emplace_back(number, set);
    }
  }
  std::sort(sets_of_number_.begin(), sets_of_number_.end());
  for (const auto& [word, unused] : sets_of_number_) {
    asked_for_[word / 64 % asked_for_.size()] |= std::uint64_t{1} << (word % 64);
  }
  const SpanNode& root = tree.root;
  if (root.kind != SpanNode::Kind::Phrase || root.scope.field) return;
  PhraseScan::Places places;
  for (const std::size_t set : root.words) places.push_back(tree.words[set].numbers[segment]);
  phrase_.emplace(std::move(places));
  if (!phrase_->is_possible()) phrase_.reset();
}

bool SpanMatcher::matches(std::uint64_t number) {
  if (phrase_) return phrase_->is_in(tokens_.article(number));
  read(number);
  return holds(tree_.root);
}

void SpanMatcher::read(std::uint64_t number) {
  for (auto& list : occurrences_) list.clear();
  Occurrence at;
  std::uint32_t body_words = 0;
  std::uint32_t body_paragraphs = 0;
  tokens_.for_each_code(number, [&](std::uint64_t code) {
    if (code >= kFirstWordCode) {
      if (at.field == TextField::Body) {
        at.in_lead = body_paragraphs == 0 && body_words < kLeadWords;
        ++body_words;
      }
      const auto word = static_cast<std::uint32_t>(code - kFirstWordCode);
      if (may_be_asked_for(word)) add_word(word, at);
      ++at.position;
      return;
    }
    ++at.sentence;
    if (code == kSentenceMark) return;
    ++at.paragraph;
    if (code == kParagraphMark) {
      if (at.field == TextField::Body) ++body_paragraphs;
      return;
    }
    ++at.stretch;
    at.in_lead = false;
    at.field = static_cast<TextField>(code - kFieldMark);
  });
}

void SpanMatcher::add_word(std::uint32_t number, const Occurrence& occurrence) {
  for (auto it = std::lower_bound(sets_of_number_.begin(), sets_of_number_.end(),
                                  std::pair<std::uint32_t, std::uint32_t>{number, 0});
       it != sets_of_number_.end() && it->first == number; ++it) {
    occurrences_[it->second].push_back(occurrence);
  }
}

bool SpanMatcher::holds(const SpanNode& node) const {
  if (node.kind == SpanNode::Kind::AtLeast) {
    return find(node.children[0], node.number).size() >= node.number;
  }
  return !find(node, 1).empty();
}

SpanMatcher::Spans SpanMatcher::find(const SpanNode& node, std::size_t enough) const {
  switch (node.kind) {
    case SpanNode::Kind::Phrase: return find_phrase(node, enough);
    case SpanNode::Kind::Or: return find_any(node);
    case SpanNode::Kind::AtLeast:
      throw Error(ErrorKind::Bug, "a count inside a positional operator");
    default: return find_pairs(node, enough);
  }
}

SpanMatcher::Spans SpanMatcher::find_any(const SpanNode& node) const {
  Spans all;
  for (const SpanNode& child : node.children) {
    const Spans some = find(child);
    all.insert(all.end(), some.begin(), some.end());
  }
  sort_unique(all);
  return all;
}

SpanMatcher::Spans SpanMatcher::find_phrase(const SpanNode& node, std::size_t enough) const {
  Spans spans;
  for (const Occurrence& first : occurrences_[node.words[0]]) {
    if (spans.size() >= enough) break;
    if (node.scope.field && first.field != *node.scope.field) continue;
    Occurrence last = first;
    bool whole = true;
    for (std::size_t i = 1; i < node.words.size() && whole; ++i) {
      const auto& list = occurrences_[node.words[i]];
      const auto next = std::lower_bound(
          list.begin(), list.end(), last.position + 1,
          [](const Occurrence& o, std::uint32_t position) { return o.position < position; });
      whole = next != list.end() && next->position == last.position + 1 &&
              next->stretch == first.stretch;
      if (whole) last = *next;
    }
    if (whole && (!node.scope.lead_only || last.in_lead)) spans.push_back({first, last});
  }
  return spans;
}

SpanMatcher::Spans SpanMatcher::find_pairs(const SpanNode& node, std::size_t enough) const {
  const Spans left = find(node.children[0]);
  const Spans right = find(node.children[1]);
  std::uint32_t longest = 0;
  for (const Span& b : right) longest = std::max(longest, b.last.position - b.first.position);
  Spans pairs;
  for (const Span& a : left) {
    // Spans lie in order of where they begin, so those that may pair with this one lie together.
    for (auto b = first_near(a, right, longest, node); b != right.end(); ++b) {
      if (is_beyond(a, *b, node)) break;
      if (!is_pair(a, *b, node)) continue;
      const bool a_first = a.last.position < b->first.position;
      pairs.push_back(a_first ? Span{a.first, b->last} : Span{b->first, a.last});
      // More than one have to be told apart first.
      if (enough == 1) return pairs;
      if (pairs.size() > kMaxSpans) {
        throw Error(ErrorKind::Query, "an article has too many occurrences of these words to pair");
      }
    }
  }
  sort_unique(pairs);
  return pairs;
}

SpanMatcher::Spans::const_iterator SpanMatcher::first_near(const Span& a, const Spans& right,
                                                           std::uint32_t longest,
                                                           const SpanNode& node) {
  const auto from = [&](std::uint32_t Occurrence::*place, std::uint32_t least) {
    return std::lower_bound(right.begin(), right.end(), least,
                            [&](const Span& b, std::uint32_t value) {
                              return b.first.*place < value;
                            });
  };
  const std::uint64_t reach = std::uint64_t{node.number} + longest;
  switch (node.kind) {
    case SpanNode::Kind::Sentence: return from(&Occurrence::sentence, a.first.sentence);
    case SpanNode::Kind::Paragraph: return from(&Occurrence::paragraph, a.first.paragraph);
    case SpanNode::Kind::Adjacent: return from(&Occurrence::position, a.last.position);
    default: break;
  }
  return from(&Occurrence::position,
              a.first.position - static_cast<std::uint32_t>(
                                     std::min<std::uint64_t>(reach, a.first.position)));
}

bool SpanMatcher::is_beyond(const Span& a, const Span& b, const SpanNode& node) {
  switch (node.kind) {
    case SpanNode::Kind::Sentence: return b.first.sentence > a.last.sentence;
    case SpanNode::Kind::Paragraph: return b.first.paragraph > a.last.paragraph;
    default: return b.first.position > std::uint64_t{a.last.position} + node.number;
  }
}

bool SpanMatcher::is_pair(const Span& a, const Span& b, const SpanNode& node) {
  const bool a_first = a.last.position < b.first.position;
  const bool b_first = b.last.position < a.first.position;
  if ((!a_first && !b_first) || a.first.stretch != b.first.stretch) return false;
  const Span& before = a_first ? a : b;
  const Span& after = a_first ? b : a;
  switch (node.kind) {
    case SpanNode::Kind::Adjacent:
      if (!a_first) return false;
      [[fallthrough]];
    case SpanNode::Kind::Near:
      return after.first.position - before.last.position <= node.number;
    case SpanNode::Kind::Sentence:
      return before.first.sentence == after.last.sentence;
    default:
      return before.first.paragraph == after.last.paragraph;
  }
}

std::pair<std::uint32_t, std::uint32_t> SpanMatcher::ends_of(const Span& span) {
  return {span.first.position, span.last.position};
}

void SpanMatcher::sort_unique(Spans& spans) {
  std::sort(spans.begin(), spans.end(),
            [](const Span& a, const Span& b) { return ends_of(a) < ends_of(b); });
  spans.erase(std::unique(spans.begin(), spans.end(),
                          [](const Span& a, const Span& b) { return ends_of(a) == ends_of(b); }),
              spans.end());
}

}  // namespace news
