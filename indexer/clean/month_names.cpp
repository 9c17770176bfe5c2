#include "indexer/clean/month_names.h"

#include <algorithm>
#include <iterator>

#include "common/article/name_folding.h"

namespace news {
namespace {

struct Row {
  std::string_view name;
  int month;
};

constexpr Row kMonths[] = {
#include "indexer/clean/month_names.inc"
};

constexpr bool is_before(const Row& a, const Row& b) { return a.name < b.name; }
static_assert(std::is_sorted(std::begin(kMonths), std::end(kMonths), is_before));

}  // namespace

int month_number(std::string_view word) {
  if (word.size() < 3 || word.size() > 32) return 0;
  const std::string folded = fold_name(word);
  const Row* found =
      std::lower_bound(std::begin(kMonths), std::end(kMonths), Row{folded, 0}, is_before);
  return found != std::end(kMonths) && found->name == folded ? found->month : 0;
}

}  // namespace news
