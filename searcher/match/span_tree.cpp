#include "searcher/match/span_tree.h"

#include <algorithm>

#include "common/base/error.h"
#include "common/base/varint.h"

namespace news {
namespace {

constexpr std::uint32_t kLeadWords = 60;
// Pairs of occurrences in one article beyond which a query is refused rather than left to run.
constexpr std::size_t kMaxSpans = 1'000'000;

}  // namespace

SpanMatcher::SpanMatcher(const SpanTree& tree, std::size_t segment, const TokenStream& tokens)
    : tree_(tree), tokens_(tokens), occurrences_(tree.words.size()) {
  for (std::uint32_t set = 0; set < tree.words.size(); ++set) {
    for (const std::uint32_t number : tree.words[set].numbers[segment]) {
      sets_of_number_.emplace_back(number, set);
    }
  }
  std::sort(sets_of_number_.begin(), sets_of_number_.end());
}

bool SpanMatcher::matches(std::uint64_t number) {
  read(number);
  return holds(tree_.root);
}

void SpanMatcher::read(std::uint64_t number) {
  for (auto& list : occurrences_) list.clear();
  std::string_view codes = tokens_.article(number);
  Occurrence at;
  std::uint32_t body_words = 0;
  std::uint32_t body_paragraphs = 0;
  while (!codes.empty()) {
    std::uint64_t code = 0;
    if (!get_varint(codes, code)) tokens_.damaged(number);
    if (code >= kFirstWordCode) {
      if (at.field == TextField::Body) {
        at.in_lead = body_paragraphs == 0 && body_words < kLeadWords;
        ++body_words;
      }
      add_word(static_cast<std::uint32_t>(code - kFirstWordCode), at);
      ++at.position;
      continue;
    }
    ++at.sentence;
    if (code == kSentenceMark) continue;
    ++at.paragraph;
    if (code == kParagraphMark) {
      if (at.field == TextField::Body) ++body_paragraphs;
      continue;
    }
    ++at.stretch;
    at.in_lead = false;
    at.field = static_cast<TextField>(code - kFieldMark);
  }
}

void SpanMatcher::add_word(std::uint32_t number, const Occurrence& occurrence) {
  for (auto it = std::lower_bound(sets_of_number_.begin(), sets_of_number_.end(),
                                  std::pair<std::uint32_t, std::uint32_t>{number, 0});
       it != sets_of_number_.end() && it->first == number; ++it) {
    occurrences_[it->second].push_back(occurrence);
  }
}

bool SpanMatcher::holds(const SpanNode& node) const {
  if (node.kind == SpanNode::Kind::AtLeast) return find(node.children[0]).size() >= node.number;
  return !find(node).empty();
}

SpanMatcher::Spans SpanMatcher::find(const SpanNode& node) const {
  switch (node.kind) {
    case SpanNode::Kind::Phrase: return find_phrase(node);
    case SpanNode::Kind::Or: {
      Spans all;
      for (const SpanNode& child : node.children) {
        const Spans some = find(child);
        all.insert(all.end(), some.begin(), some.end());
      }
      const auto key = [](const Span& span) {
        return std::pair(span.first.position, span.last.position);
      };
      std::sort(all.begin(), all.end(),
                [&](const Span& a, const Span& b) { return key(a) < key(b); });
      all.erase(std::unique(all.begin(), all.end(),
                            [&](const Span& a, const Span& b) { return key(a) == key(b); }),
                all.end());
      return all;
    }
    case SpanNode::Kind::AtLeast:
      throw Error(ErrorKind::Bug, "a count inside a positional operator");
    default: return find_pairs(node);
  }
}

SpanMatcher::Spans SpanMatcher::find_phrase(const SpanNode& node) const {
  Spans spans;
  for (const Occurrence& first : occurrences_[node.words[0]]) {
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

SpanMatcher::Spans SpanMatcher::find_pairs(const SpanNode& node) const {
  const Spans left = find(node.children[0]);
  const Spans right = find(node.children[1]);
  Spans pairs;
  for (const Span& a : left) {
    for (const Span& b : right) {
      const bool a_first = a.last.position < b.first.position;
      const bool b_first = b.last.position < a.first.position;
      if ((!a_first && !b_first) || a.first.stretch != b.first.stretch) continue;
      const Span& before = a_first ? a : b;
      const Span& after = a_first ? b : a;
      bool good = true;
      switch (node.kind) {
        case SpanNode::Kind::Adjacent: good = a_first; [[fallthrough]];
        case SpanNode::Kind::Near:
          good = good && after.first.position - before.last.position <= node.number;
          break;
        case SpanNode::Kind::Sentence: good = before.first.sentence == after.last.sentence; break;
        default: good = before.first.paragraph == after.last.paragraph; break;
      }
      if (!good) continue;
      pairs.push_back({before.first, after.last});
      if (pairs.size() > kMaxSpans) {
        throw Error(ErrorKind::Query, "an article has too many occurrences of these words to pair");
      }
    }
  }
  return pairs;
}

}  // namespace news
