#include "indexer/clean/month_names.h"

#include <algorithm>

#include "common/article/name_folding.h"
#include "common/base/name_table.h"
#include "common/base/text.h"

namespace news {
namespace {

constexpr NameTable kByHand(
#include "indexer/clean/month_names_extra.inc"
);

constexpr NameTable kMonths(
#include "indexer/clean/month_names.inc"
);

constexpr std::size_t kLongestName = 64;  // bytes

bool is_plain_word(std::string_view word) {
  return std::all_of(word.begin(), word.end(),
                     [](char c) { return is_ascii_upper(c) || is_ascii_lower(c); });
}

// Hebrew joins "in" to the name.
constexpr std::string_view kHebrewIn = "\u05d1";

}  // namespace

int month_number(std::string_view word) {
  if (word.size() < 3 || word.size() > kLongestName) return 0;
  static const NameBeginnings beginnings({&kByHand, &kMonths});
  if (is_plain_word(word) && !beginnings.may_hold(word)) return 0;
  const std::string folded = fold_name(word);
  if (!beginnings.may_hold(folded) && !folded.starts_with(kHebrewIn)) return 0;
  auto month = kByHand.find(folded);
  if (!month) month = kMonths.find(folded);
  if (!month && folded.starts_with(kHebrewIn)) {
    month = kMonths.find(std::string_view(folded).substr(kHebrewIn.size()));
  }
  if (!month) return 0;
  int number = 0;
  for (const char digit : *month) number = number * 10 + (digit - '0');
  return number;
}

}  // namespace news
