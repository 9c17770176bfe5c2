#include "searcher/match/suggest.h"

#include <algorithm>

#include "common/analysis/word_forms.h"
#include "searcher/match/word_set.h"
#include "searcher/query/print_query.h"

namespace news {
namespace {

/// Replaces unknown words in the tree; true when one was.
bool replace_words(QueryNode& node, const Plan& plan, WordResolver& resolver) {
  bool replaced = false;
  for (QueryNode& child : node.children) replaced |= replace_words(child, plan, resolver);
  if (node.kind != NodeKind::Word) return replaced;
  const std::string spelling = spelling_of(node.text);
  const auto& unknown = plan.unknown_words;
  if (std::find(unknown.begin(), unknown.end(), fold(spelling)) == unknown.end()) return replaced;
  const std::string nearest = resolver.nearest(spelling);
  if (nearest.empty()) return replaced;
  node.text = nearest;
  return true;
}

}  // namespace

std::string suggest(const Index& index, const SearchRequest& request, const Plan& plan,
                    const Answer& answer) {
  const bool found = answer.total > 0 && !answer.relaxed;
  if (found || plan.unknown_words.empty() || !request.query) return {};
  WordResolver resolver(index);
  QueryNode query = *request.query;
  return replace_words(query, plan, resolver) ? print_query(query) : std::string();
}

}  // namespace news
