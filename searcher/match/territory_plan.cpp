#include "searcher/match/territory_plan.h"

#include <algorithm>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/analysis/tokenizer.h"
#include "common/analysis/word_forms.h"
#include "common/article/territories.h"
#include "common/base/text.h"
#include "common/index/schema.h"
#include "searcher/match/any_words.h"
#include "searcher/match/scored_terms.h"

namespace news {
namespace {

// A territory beside the words that name it. bench/relevance: .5 to .7 are as good.
constexpr double kShare = 0.6;

/// A word of a query.
struct QueryWord {
  std::string spelling;
  bool is_acronym = false;
  bool begins = false;  ///< it doesn't belong to the one before it
  double boost = 1;
};

/// The words that articles are to have, in no field.
class WordCollector {
 public:
  void add(const QueryNode& node) {
    if (node.kind == NodeKind::Word || node.kind == NodeKind::Phrase) {
      if (node.field == Field::Any && node.boost > 0) return add_words(node);
    }
    begins_ = true;
    if (node.kind == NodeKind::Not) return;
    for (const QueryNode& child : node.children) {
      if (node.kind != NodeKind::And) begins_ = true;
      add(child);
    }
    begins_ = true;
  }

  std::vector<QueryWord> take() { return std::move(words_); }

 private:
  void add_words(const QueryNode& node) {
    if (node.kind == NodeKind::Phrase) begins_ = true;
    std::vector<Token> tokens;
    tokenize(node.text, tokens);
    for (const Token& token : tokens) {
      const std::string_view text =
          std::string_view(node.text).substr(token.begin, token.end - token.begin);
      const bool has_dots = text.find('.') != text.npos;
      words_.push_back({spelling_of(text), has_dots || is_acronym(text), begins_, node.boost});
      begins_ = false;
    }
    if (node.kind == NodeKind::Phrase) begins_ = true;
  }

  std::vector<QueryWord> words_;
  bool begins_ = true;
};

/// Takes the longest name that the words begin with, or the first word, from them. Returns the
/// territory; "" for none.
std::string_view take_name(std::span<const QueryWord>& words,
                           const std::vector<std::string>& languages) {
  std::string text;
  std::vector<std::size_t> ends;
  for (const QueryWord& word : words.first(std::min(words.size(), kMostTerritoryWords))) {
    if (!ends.empty() && word.begins) break;
    if (!ends.empty()) text += ' ';
    text += word.spelling;
    ends.push_back(text.size());
  }
  LeadingTerritory found = {1, {}};
  for (const std::string& language : languages) {
    const auto longer = leading_territory(language, text, ends);
    if (longer && (found.code.empty() || longer->words > found.words)) found = *longer;
    if (!found.code.empty() || !words.front().is_acronym) continue;
    const auto code = territory_named(language, ascii_upper(words.front().spelling));
    found.code = code.value_or(std::string_view());
  }
  words = words.subspan(found.words);
  return found.code;
}

/// How a query names a territory.
struct Mention {
  double times = 0;
  double boost = 0;
};

}  // namespace

PlanNode plan_territories(const Index& index, const QueryNode& query) {
  WordCollector collector;
  collector.add(query);
  const std::vector<QueryWord> words = collector.take();
  std::map<std::string_view, Mention> mentions;
  for (std::span<const QueryWord> left = words; !left.empty();) {
    const double boost = left.front().boost;
    const std::string_view code = take_name(left, index.manifest().languages);
    if (code.empty()) continue;
    Mention& mention = mentions[code];
    ++mention.times;
    mention.boost = std::max(mention.boost, boost);
  }
  PlanNode any;
  any.kind = PlanNode::Kind::Or;
  for (const auto& [code, mention] : mentions) {
    const std::string term = territory_term(code);
    if (frequency_of(index, {term}) == 0) continue;
    any.children.push_back(
        scored_terms(index, {term}, kShare * mention.boost * repeated_weight(mention.times)));
  }
  if (any.children.empty()) return {};
  return any.children.size() == 1 ? any.children.front() : any;
}

}  // namespace news
