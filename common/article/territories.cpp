#include "common/article/territories.h"

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

void for_each_territory_name(
    std::string_view language,
    const std::function<void(std::string_view name, std::string_view code)>& use) {
  const std::string start = std::string(language) + ' ';
  for (const NameTable& table : {kNames, kEnglishWords}) {
    table.for_each_row([&](std::string_view name, std::string_view code) {
      if (name.starts_with(start)) use(name.substr(start.size()), code);
    });
  }
}

std::string territory_name(std::string_view code) {
  std::string found;
  kNames.for_each_row([&](std::string_view name, std::string_view other) {
    if (found.empty() && name.starts_with("en ") && equals_ignoring_case(other, code)) {
      found = name.substr(3);
    }
  });
  return found;
}

}  // namespace news
