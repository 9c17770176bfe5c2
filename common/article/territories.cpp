#include "common/article/territories.h"

#include <algorithm>
#include <string>

#include "common/article/countries.h"
#include "common/base/name_table.h"
#include "common/base/text.h"

namespace news {
namespace {

// Rows are "language name=code".
constexpr NameTable kNames(
#include "common/article/territory_names.inc"
);

constexpr NameTable kEnglishWords(
#include "common/article/territory_words.inc"
);

}  // namespace

std::optional<std::string_view> territory_named(std::string_view language, std::string_view name) {
  std::string row(language);
  row.append(1, ' ').append(name);
  if (const auto code = kEnglishWords.find(row)) return code;
  return kNames.find(row);
}

std::optional<LeadingTerritory> leading_territory(std::string_view language, std::string_view text,
                                                  std::span<const std::size_t> ends) {
  if (ends.empty()) return std::nullopt;
  LeadingTerritory longest;
  std::size_t bytes = 0;
  const std::string start = std::string(language) + ' ';
  for (const NameTable& table : {kEnglishWords, kNames}) {
    const auto take = [&](std::string_view row, std::string_view code) {
      const std::string_view name = row.substr(start.size());
      const auto end = std::find(ends.begin(), ends.end(), name.size());
      if (name.size() <= bytes || end == ends.end() || !text.starts_with(name)) return;
      bytes = name.size();
      longest = {static_cast<std::size_t>(end - ends.begin()) + 1, code};
    };
    table.for_each_beginning(start + std::string(text.substr(0, ends.front())), take);
  }
  return longest.words > 0 ? std::optional(longest) : std::nullopt;
}

void for_each_territory_name(
    std::string_view language,
    const std::function<void(std::string_view name, std::string_view code)>& use) {
  const std::string start = std::string(language) + ' ';
  for (const NameTable& table : {kNames, kEnglishWords}) {
    table.for_each_beginning(start, [&](std::string_view row, std::string_view code) {
      use(row.substr(start.size()), code);
    });
  }
}

std::string territory_name(std::string_view code) {
  std::string found(country_name(code));
  if (!found.empty()) return found;
  for_each_territory_name("en", [&](std::string_view name, std::string_view other) {
    if (found.empty() && equals_ignoring_case(other, code)) found = name;
  });
  return found;
}

}  // namespace news
