// Which words a word of a query stands for, and where they stand.
#include <algorithm>
#include <set>

#include "common/analysis/tokenizer.h"
#include "common/analysis/word_forms.h"
#include "common/base/text.h"
#include "tests/oracle/oracle.h"

namespace news::test {
namespace {

std::vector<char32_t> letters_of(const std::string& text) {
  std::vector<char32_t> letters;
  for (std::size_t i = 0; i < text.size();) letters.push_back(next_code_point(text, i));
  return letters;
}

/// Letters put in, left out, replaced, or neighbours swapped, to get from `a` to `b`.
std::size_t edits(const std::vector<char32_t>& a, const std::vector<char32_t>& b) {
  std::vector<std::vector<std::size_t>> d(a.size() + 1, std::vector<std::size_t>(b.size() + 1, 0));
  for (std::size_t i = 0; i <= a.size(); ++i) {
    for (std::size_t j = 0; j <= b.size(); ++j) {
      if (i == 0 || j == 0) {
        d[i][j] = i + j;
        continue;
      }
      const std::size_t replaced = d[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      d[i][j] = std::min({d[i - 1][j] + 1, d[i][j - 1] + 1, replaced});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
    }
  }
  return d[a.size()][b.size()];
}

bool is_variant(const std::string& asked, const std::string& word) {
  const std::vector<char32_t> a = letters_of(asked);
  const std::vector<char32_t> b = letters_of(word);
  if (a.empty() || b.empty() || a[0] != b[0]) return false;
  return edits(a, b) <= (a.size() < 6 ? 1U : 2U);
}

/// Where a text field of the query language looks. Any: all of the story.
bool in_field(const OracleToken& token, Field field) {
  switch (field) {
    case Field::Any:
      return token.field != TextField::Other;
    case Field::Other:
      return token.field == TextField::Other;
    case Field::Headline:
      return token.field == TextField::Headline;
    case Field::Summary:
      return token.field == TextField::Summary;
    case Field::Dateline:
      return token.field == TextField::Dateline;
    case Field::Author:
    case Field::Byline:
      return token.field == TextField::Byline;
    case Field::Caption:
      return token.field == TextField::Caption;
    default:
      return token.in_lead;
  }
}

}  // namespace

const Oracle::Leaf& Oracle::leaf(const QueryNode& node) {
  const auto known = leaves_.find(&node);
  if (known != leaves_.end()) return known->second;
  std::vector<Token> tokens;
  tokenize(node.text, tokens);
  Leaf found;
  for (const Token& token : tokens) {
    const bool last = &token == &tokens.back();
    NodeKind kind = NodeKind::Word;
    const bool exact =
        node.kind == NodeKind::ExactPhrase || (node.kind == NodeKind::Phrase && exact_phrases_);
    if (exact) kind = NodeKind::ExactPhrase;
    if (last && (node.kind == NodeKind::Prefix || node.kind == NodeKind::Variants))
      kind = node.kind;
    found.push_back(
        &words(kind, spelling_of(node.text.substr(token.begin, token.end - token.begin)),
               node.field == Field::Other));
  }
  return leaves_[&node] = found;
}

const Oracle::WordSet& Oracle::words(NodeKind kind, const std::string& spelling, bool stripped) {
  const auto key = std::tuple(kind, spelling, stripped);
  const auto known = words_.find(key);
  if (known != words_.end()) return known->second;
  return words_[key] = find_words(kind, spelling, stripped);
}

Oracle::WordSet Oracle::find_words(NodeKind kind, const std::string& spelling,
                                   bool stripped) const {
  const std::string folded = fold(spelling);
  std::set<std::string> stems;
  if (kind == NodeKind::Word) {
    for (const std::string& language : corpus_.languages()) {
      stems.insert(Stemmer(language).stem(spelling));
    }
    for (const OracleWord& word : corpus_.words()) {
      if (word.folded == folded && word.is_stripped == stripped) stems.insert(word.stem);
    }
  }
  WordSet set;
  for (const OracleWord& word : corpus_.words()) {
    if (word.is_stripped != stripped) {
      set.push_back(0);
      continue;
    }
    switch (kind) {
      case NodeKind::Word:
        set.push_back(stems.count(word.stem) > 0);
        break;
      case NodeKind::Prefix:
        set.push_back(word.folded.rfind(folded, 0) == 0);
        break;
      case NodeKind::Variants:
        set.push_back(is_variant(folded, word.folded));
        break;
      default:
        set.push_back(word.folded == folded);
    }
  }
  return set;
}

std::vector<Oracle::Span> Oracle::spans(const QueryNode& node, const OracleArticle& article) {
  if (is_leaf(node.kind)) return phrase_spans(node, article);
  if (node.kind != NodeKind::Or) return pair_spans(node, article);
  std::set<Span> all;
  for (const QueryNode& child : node.children) {
    for (const Span& span : spans(child, article)) all.insert(span);
  }
  return {all.begin(), all.end()};
}

std::vector<Oracle::Span> Oracle::phrase_spans(const QueryNode& node,
                                               const OracleArticle& article) {
  const Leaf& asked = leaf(node);
  const std::vector<OracleToken>& tokens = article.tokens;
  std::vector<Span> found;
  for (std::size_t first = 0; first + asked.size() <= tokens.size(); ++first) {
    bool good = true;
    for (std::size_t i = 0; i < asked.size() && good; ++i) {
      const OracleToken& token = tokens[first + i];
      good = (*asked[i])[token.word] && token.stretch == tokens[first].stretch &&
             in_field(token, node.field);
    }
    if (good) found.emplace_back(first, first + asked.size() - 1);
  }
  return found;
}

std::vector<Oracle::Span> Oracle::pair_spans(const QueryNode& node, const OracleArticle& article) {
  const std::vector<OracleToken>& tokens = article.tokens;
  const std::vector<Span> left = spans(node.children[0], article);
  const std::vector<Span> right = spans(node.children[1], article);
  std::set<Span> found;  // two words may be a pair in either order
  for (const Span& a : left) {
    for (const Span& b : right) {
      const bool in_order = a.second < b.first;
      if (!in_order && b.second >= a.first) continue;  // they share a word
      const Span whole = in_order ? Span(a.first, b.second) : Span(b.first, a.second);
      const std::size_t distance = in_order ? b.first - a.second : a.first - b.second;
      const OracleToken& first = tokens[whole.first];
      const OracleToken& last = tokens[whole.second];
      bool good = first.stretch == last.stretch;
      switch (node.kind) {
        case NodeKind::Near:
          good = good && distance <= node.number;
          break;
        case NodeKind::Adjacent:
          good = good && in_order && distance <= node.number;
          break;
        case NodeKind::Sentence:
          good = good && first.sentence == last.sentence;
          break;
        default:
          good = good && first.paragraph == last.paragraph;
      }
      if (good) found.insert(whole);
    }
  }
  return {found.begin(), found.end()};
}

}  // namespace news::test
