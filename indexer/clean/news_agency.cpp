#include "indexer/clean/news_agency.h"

#include <algorithm>

#include "common/article/name_folding.h"
#include "common/base/name_table.h"
#include "common/base/text.h"

namespace news {
namespace {

constexpr std::size_t kMostLeadingLetters = 8;

constexpr NameTable kInitials(
#include "indexer/clean/news_agency_initials.inc"
);

// More than any name has, in bytes.
constexpr std::size_t kLongestName = 128;

constexpr NameTable kAgencies(
#include "indexer/clean/news_agencies.inc"
);

/// True when folding changes nothing of the first letters but their case: "the" and "saint" it
/// takes away or shortens.
bool begins_plainly(std::string_view text) {
  constexpr std::size_t kLooked = 4;  // as many as NameBeginnings looks at
  return text.size() >= kLooked &&
         std::all_of(text.begin(), text.begin() + kLooked, is_ascii_alnum) &&
         !equals_ignoring_case(text.substr(0, kLooked), "sain");
}

std::string_view single_name(std::string_view text) {
  text = trim(text);
  static const NameBeginnings initials({&kInitials});
  static const NameBeginnings agencies({&kAgencies});
  if (initials.may_hold(text)) {
    if (const auto name = kInitials.find(text)) return *name;
  }
  if (text.size() > kLongestName) return {};
  if (begins_plainly(text) && !agencies.may_hold(text)) return {};
  const std::string folded = fold_name(text);
  return agencies.may_hold(folded) ? kAgencies.find(folded).value_or("") : std::string_view{};
}

/// Where a name ends that others may follow: "dpa/lno", "NTB-AFP", "AFP=Jiji".
std::size_t part_end(std::string_view text) {
  std::size_t end = text.find_first_of("/-=");
  for (const std::string_view mark : {"\u2013", "\uff1d", "\u30fb"}) {
    end = std::min(end, text.find(mark));
  }
  return end;
}

}  // namespace

std::string_view agency_name(std::string_view text) {
  text = trim(text);
  if (const std::string_view whole = single_name(text); !whole.empty()) return whole;
  while (!text.empty()) {
    const std::size_t end = part_end(text);
    if (const auto part = single_name(text.substr(0, end)); !part.empty()) return part;
    if (end == std::string_view::npos) break;
    std::size_t after = end;
    next_code_point(text, after);
    text.remove_prefix(after);
  }
  return {};
}

std::string_view leading_agency(std::string_view text) {
  std::string_view found;
  std::size_t end = 0;
  for (std::size_t letters = 0; letters < kMostLeadingLetters && end < text.size(); ++letters) {
    next_code_point(text, end);
    // No name ends inside a word.
    if (end < text.size() && is_ascii_alnum(text[end - 1]) && is_ascii_alnum(text[end])) continue;
    if (!single_name(text.substr(0, end)).empty()) found = text.substr(0, end);
  }
  return found;
}

}  // namespace news
