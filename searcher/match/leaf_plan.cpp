#include "searcher/match/leaf_plan.h"

#include <algorithm>

#include "common/analysis/char_class.h"
#include "common/analysis/tokenizer.h"
#include "common/analysis/word_forms.h"
#include "common/base/error.h"
#include "common/base/text.h"
#include "common/index/schema.h"
#include "searcher/match/scored_terms.h"
#include "searcher/query/query_error.h"

namespace news {
namespace {

/// The scope of a leaf's field, and the prefix of its terms; "" where only the token stream can
/// tell the field.
struct FieldTerms {
  SpanScope scope;
  std::string_view prefix;
};

FieldTerms terms_of_field(Field field) {
  const auto text_field = [](TextField f) {
    return FieldTerms{{f, false}, kTextFields[static_cast<std::size_t>(f)].prefix};
  };
  switch (field) {
    case Field::Headline:
      return text_field(TextField::Headline);
    case Field::Summary:
      return text_field(TextField::Summary);
    case Field::Dateline:
      return text_field(TextField::Dateline);
    case Field::Byline:
    case Field::Author:
      return text_field(TextField::Byline);
    case Field::Caption:
      return text_field(TextField::Caption);
    case Field::Lead:
      return {{TextField::Body, true}, {}};
    case Field::Other:
      return {{}, kOtherMark};  // its words stand nowhere else
    default:
      return {};
  }
}

PlanNode::Kind and_or_or(NodeKind kind) {
  return kind == NodeKind::Or ? PlanNode::Kind::Or : PlanNode::Kind::And;
}

SpanNode::Kind span_kind(NodeKind kind) {
  switch (kind) {
    case NodeKind::Or:
      return SpanNode::Kind::Or;
    case NodeKind::Near:
      return SpanNode::Kind::Near;
    case NodeKind::Adjacent:
      return SpanNode::Kind::Adjacent;
    case NodeKind::Sentence:
      return SpanNode::Kind::Sentence;
    case NodeKind::Paragraph:
      return SpanNode::Kind::Paragraph;
    case NodeKind::AtLeast:
      return SpanNode::Kind::AtLeast;
    default:
      break;
  }
  throw Error(ErrorKind::Bug, "a node that is no span under a positional operator");
}

}  // namespace

LeafPlanner::LeafPlanner(const Index& index, const SearchRequest& request)
    : index_(index), request_(request), resolver_(index) {}

WordResolver& LeafPlanner::resolver_of(Field field) {
  if (field != Field::Other) return resolver_;
  if (!other_resolver_) other_resolver_.emplace(index_, kOtherMark);
  return *other_resolver_;
}

std::vector<WordSet> LeafPlanner::resolve(const QueryNode& node) {
  WordResolver& resolver = resolver_of(node.field);
  const std::vector<std::string> spellings = spellings_in(node.text);
  check_limits(node, spellings);
  const bool exact =
      node.kind == NodeKind::ExactPhrase ||
      (node.kind == NodeKind::Phrase && request_.exact_phrases);
  std::vector<WordSet> words;
  for (const std::string& spelling : spellings) {
    const bool last = &spelling == &spellings.back();
    if (last && node.kind == NodeKind::Prefix) {
      words.push_back(resolver.with_prefix(spelling));
      count_expansions(words.back());
    } else if (last && node.kind == NodeKind::Variants) {
      words.push_back(resolver.variants(spelling));
      count_expansions(words.back());
    } else {
      words.push_back(exact ? resolver.exact(spelling) : resolver.inflected(spelling));
    }
  }
  note(words, node);
  return words;
}

void LeafPlanner::check_limits(const QueryNode& node,
                               const std::vector<std::string>& spellings) const {
  if (spellings.size() <= kMaxPhraseWords) return;
  const std::string start(utf8_prefix(collapse_spaces(node.text), 40));
  throw Error(ErrorKind::Query, "'" + start + "...' has " + std::to_string(spellings.size()) +
                                    " words in a row; at most " +
                                    std::to_string(kMaxPhraseWords));
}

void LeafPlanner::count_expansions(const WordSet& words) {
  for (const auto& numbers : words.numbers) expansions_ += numbers.size();
  if (expansions_ <= kMaxQueryExpansions) return;
  throw Error(ErrorKind::Query, "the words with * and ~ stand for more than " +
                                    std::to_string(kMaxQueryExpansions) +
                                    " words of the index together; write more letters before "
                                    "the *, or fewer such words");
}

void LeafPlanner::note(const std::vector<WordSet>& words, const QueryNode& node) {
  if (paused_ > 0) return;
  const bool is_other = node.field == Field::Other;
  TextTerms& terms = is_other ? highlights_.other : highlights_.story;
  if (words.size() > 1) terms.phrases.emplace_back(words.size());
  for (std::size_t i = 0; i < words.size(); ++i) {
    const WordSet& word = words[i];
    if (is_spelled(node.kind) && !is_other) spelled_words_.insert(word.text);
    if (words.size() > 1) {
      terms.phrases.back()[i] = word.numbers;
    } else {
      terms.add(word.numbers);
    }
  }
}

PlanNode LeafPlanner::plan_words(const QueryNode& node) {
  // What prefixes and variants stand for is counted each time.
  if (!is_spelled(node.kind)) return plan_resolved(resolve(node), node);
  const auto [place, is_new] =
      planned_.try_emplace({node.kind, node.field, node.boost, paused_ > 0, node.text});
  auto& [words, plan] = place->second;
  if (is_new) {
    words = resolve(node);
    plan = plan_resolved(words, node);
  } else {
    note(words, node);
  }
  return plan;
}

PlanNode LeafPlanner::plan_resolved(std::vector<WordSet> words, const QueryNode& node) {
  SpanTree tree;
  tree.in_other = node.field == Field::Other;
  tree.words = std::move(words);
  if (tree.words.empty()) return {};
  PlanNode found = candidates(tree.words, node);
  const FieldTerms field = terms_of_field(node.field);
  const bool told_by_terms =
      tree.words.size() == 1 && tree.words[0].stems_suffice && !field.scope.lead_only;
  if (told_by_terms) return found;
  tree.root.scope = field.scope;
  for (std::size_t i = 0; i < tree.words.size(); ++i) tree.root.words.push_back(i);
  PlanNode checked;
  checked.kind = PlanNode::Kind::Spans;
  checked.spans = std::make_shared<const SpanTree>(std::move(tree));
  checked.children.push_back(std::move(found));
  return checked;
}

PlanNode LeafPlanner::plan_spans(const QueryNode& node) {
  SpanTree tree;
  tree.in_other = span_field(node) == Field::Other;
  PlanNode found;
  tree.root = add_spans(node, tree, found);
  if (found.kind == PlanNode::Kind::Empty) return {};
  PlanNode checked;
  checked.kind = PlanNode::Kind::Spans;
  checked.spans = std::make_shared<const SpanTree>(std::move(tree));
  checked.children.push_back(std::move(found));
  return checked;
}

SpanNode LeafPlanner::add_spans(const QueryNode& node, SpanTree& tree, PlanNode& found) {
  if (is_leaf(node.kind)) {
    return with_place(request_.query_text, node, [&] { return add_leaf(node, tree, found); });
  }
  SpanNode span;
  span.kind = span_kind(node.kind);
  span.number = node.number;
  found.kind = and_or_or(node.kind);
  for (const QueryNode& child : node.children) {
    PlanNode part;
    span.children.push_back(add_spans(child, tree, part));
    found.children.push_back(std::move(part));
  }
  return span;
}

SpanNode LeafPlanner::add_leaf(const QueryNode& node, SpanTree& tree, PlanNode& found) {
  std::vector<WordSet> words = resolve(node);
  if (words.empty()) {
    throw Error(ErrorKind::Query, "there is no word in '" + node.text + "'");
  }
  found = candidates(words, node);
  SpanNode span;
  span.scope = terms_of_field(node.field).scope;
  for (WordSet& word : words) {
    span.words.push_back(tree.words.size());
    tree.words.push_back(std::move(word));
  }
  return span;
}

PlanNode LeafPlanner::candidates(const std::vector<WordSet>& words, const QueryNode& node) {
  const bool ideographs =
      words.size() > 1 && std::all_of(words.begin(), words.end(), [](const WordSet& word) {
        return is_ideograph(word.text);
      });
  const bool has_pairs = node.field == Field::Any || node.field == Field::Other;
  if (ideographs && has_pairs) return pairs_of(words, node);
  if (words.size() == 1) return terms_of(words.front(), node);
  PlanNode all;
  all.kind = PlanNode::Kind::And;
  for (const WordSet& word : words) all.children.push_back(terms_of(word, node));
  return all;
}

PlanNode LeafPlanner::terms_of(const WordSet& words, const QueryNode& node) {
  const std::string_view prefix = terms_of_field(node.field).prefix;
  std::vector<std::string> terms;
  for (const std::string& stem : words.stems) terms.push_back(make_term(prefix, stem));
  const double idf = idf_of(index_, terms);
  note_proximity(words, node, idf);
  return scored_terms(index_, std::move(terms), node.boost, idf);
}

void LeafPlanner::note_proximity(const WordSet& words, const QueryNode& node, double idf) {
  if (paused_ > 0 || node.field != Field::Any || node.boost == 0 ||
      node.kind == NodeKind::Prefix) {
    return;
  }
  const bool known = std::any_of(proximity_.begin(), proximity_.end(), [&](const auto& other) {
    return other.stems == words.stems;
  });
  if (!known) proximity_.push_back({words.stems, words.numbers, idf});
}

PlanNode LeafPlanner::pairs_of(const std::vector<WordSet>& words, const QueryNode& node) {
  const std::string_view prefix = terms_of_field(node.field).prefix;
  PlanNode all;
  all.kind = PlanNode::Kind::And;
  for (std::size_t i = 1; i < words.size(); ++i) {
    all.children.push_back(
        scored_terms(index_, {make_term(prefix, words[i - 1].text + words[i].text)}, node.boost));
  }
  return all;
}

}  // namespace news
