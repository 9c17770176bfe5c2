#include "searcher/match/explain.h"

#include <algorithm>
#include <cstdio>

#include "common/article/territories.h"
#include "common/index/posting_cursor.h"
#include "common/index/schema.h"

namespace news {
namespace {

std::string fixed(double value, const char* format) {
  char digits[64];
  std::snprintf(digits, sizeof digits, format, value);
  return digits;
}

std::uint32_t impact_of(const Segment& segment, const std::string& term, std::uint32_t article) {
  PostingCursor cursor(segment.posting_file(), segment.size(), {term});
  cursor.skip_to(article);
  return cursor.article() == article ? cursor.impact() : 0;
}

/// A term as the reader knows it.
std::string name_of(const std::string& term) {
  if (!term.starts_with(kTerritoryPrefix)) return term;
  return territory_name(std::string_view(term).substr(kTerritoryPrefix.size())) + ", by any name";
}

}  // namespace

std::string explain_part(double value, const std::string& what) {
  return fixed(value, "%8.3f") + "  " + what + "\n";
}

std::string explain_words(const PlanNode& words, const Segment& segment, std::uint32_t article) {
  if (words.kind == PlanNode::Kind::Not) return {};
  std::string lines;
  for (const PlanNode& child : words.children) lines += explain_words(child, segment, article);
  if (words.kind != PlanNode::Kind::Terms) return lines;
  std::uint32_t most = 0;
  std::string best;
  for (const std::string& term : words.terms) {
    const std::uint32_t impact = impact_of(segment, term, article);
    if (impact <= most) continue;
    most = impact;
    best = term;
  }
  if (most == 0) return {};
  return explain_part(words.weight * most,
                      name_of(best) + " (impact " + std::to_string(most) + " of " +
                          std::to_string(kMaxImpact) + " x weight " + fixed(words.weight, "%.4f") +
                          ")");
}

}  // namespace news
