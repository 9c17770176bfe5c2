#include "searcher/match/suggest.h"

#include "common/analysis/tokenizer.h"
#include "common/analysis/word_forms.h"
#include "searcher/match/matcher.h"
#include "searcher/match/word_set.h"
#include "searcher/query/print_query.h"

namespace news {
namespace {

/// Spells words of a text better; true when one was.
bool improve(std::string& text, const Plan& plan, WordResolver& resolver) {
  std::vector<Token> tokens;
  tokenize(text, tokens);
  bool improved = false;
  // From the last to the first, so that places of tokens stay right.
  for (auto token = tokens.rbegin(); token != tokens.rend(); ++token) {
    const std::string spelling = spelling_of(text.substr(token->begin, token->end - token->begin));
    if (plan.spelled_words.count(fold(spelling)) == 0) continue;
    const std::string better = resolver.better_spelling(spelling);
    if (better.empty()) continue;
    text.replace(token->begin, token->end - token->begin, better);
    improved = true;
  }
  return improved;
}

bool improve(QueryNode& node, const Plan& plan, WordResolver& resolver) {
  // What was stripped is furniture, which spells as it likes.
  bool improved = is_spelled(node.kind) && node.field != Field::Other &&
                  improve(node.text, plan, resolver);
  for (QueryNode& child : node.children) improved |= improve(child, plan, resolver);
  return improved;
}

}  // namespace

std::string suggest(const Index& index, const SearchRequest& request, const Plan& plan,
                    const Answer& answer) {
  if (!request.query || (answer.total > kFewMatches && !answer.relaxed)) return {};
  WordResolver resolver(index);
  QueryNode query = *request.query;
  return improve(query, plan, resolver) ? print_query(query) : std::string();
}

}  // namespace news
