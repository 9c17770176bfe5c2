#include "indexer/clean/page_kicker.h"

#include <string>

#include "common/article/name_folding.h"
#include "indexer/clean/letter_case.h"

namespace news {
namespace {

constexpr int kFewestTitleWords = 4;
constexpr std::size_t kShortestRest = 16;  // bytes

}  // namespace

std::string_view without_kicker(const std::vector<PageLine>& lines, std::size_t headline) {
  const std::string_view whole = lines[headline].text;
  const std::string folded = fold_name(whole);
  std::string_view best = whole;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::string_view other = lines[i].text;
    if (i == headline || lines[i].words < kFewestTitleWords || other.size() > 2 * whole.size()) {
      continue;
    }
    // "Leeds: Man arrested" says that both parts are the title.
    const bool has_colon = other.find(':') != other.npos;
    if (fold_name(other) == folded) return has_colon ? other : whole;
    const std::size_t at = whole.find(other);
    if (at == whole.npos || at == 0 || at + other.size() != whole.size()) continue;
    const bool is_one_title = at > 1 && whole[at - 2] == ':';
    const bool is_start = whole[at - 1] == ' ' || whole[at - 1] == '"';
    if (is_start && !is_one_title && starts_with_capital(other) && other.size() > kShortestRest) {
      best = other;
    }
  }
  return best;
}

}  // namespace news
