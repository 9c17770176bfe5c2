#include "searcher/match/any_words.h"

#include <map>
#include <string>
#include <tuple>

#include "common/analysis/tokenizer.h"
#include "common/analysis/word_forms.h"

namespace news {
namespace {

constexpr double kQuerySaturation = 2;  // k3 of BM25

bool is_running_word(const QueryNode& node) {
  if (node.kind != NodeKind::Word) return false;
  const FieldInfo* field = find_field(node.field);
  return field == nullptr || field->kind == FieldKind::Text;
}

/// The parts of a word that is more than one token; itself otherwise.
std::vector<QueryNode> parts_of(const QueryNode& word) {
  std::vector<Token> tokens;
  tokenize(word.text, tokens);
  if (tokens.size() < 2 || tokens.size() > kMaxQueryTerms) return {word};
  std::vector<QueryNode> parts;
  const auto add = [&](const Token& first, const Token& last) {
    parts.push_back(word);
    parts.back().text = word.text.substr(first.begin, last.end - first.begin);
  };
  const auto joined = [&](std::size_t i) {
    return tokens[i - 1].ideograph && tokens[i].ideograph && tokens[i - 1].end == tokens[i].begin;
  };
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (i > 0 && joined(i)) {
      add(tokens[i - 1], tokens[i]);
    } else if (i + 1 == tokens.size() || !joined(i + 1)) {
      add(tokens[i], tokens[i]);
    }
  }
  return parts;
}

}  // namespace

double repeated_weight(double times) {
  return (kQuerySaturation + 1) * times / (kQuerySaturation + times);
}

std::vector<QueryNode> split_any_words(const std::vector<QueryNode>& nodes) {
  std::vector<QueryNode> words;
  std::vector<double> times;
  std::map<std::tuple<Field, double, std::string>, std::size_t> places;
  const auto add = [&](QueryNode node) {
    if (is_running_word(node)) {
      const auto [place, is_new] =
          places.try_emplace({node.field, node.boost, spelling_of(node.text)}, words.size());
      if (!is_new) {
        ++times[place->second];
        return;
      }
    }
    words.push_back(std::move(node));
    times.push_back(1);
  };
  for (const QueryNode& node : nodes) {
    if (!is_running_word(node)) {
      add(node);
      continue;
    }
    for (QueryNode& part : parts_of(node)) add(std::move(part));
  }
  for (std::size_t i = 0; i < words.size(); ++i) {
    words[i].boost *= repeated_weight(times[i]);
  }
  return words;
}

}  // namespace news
