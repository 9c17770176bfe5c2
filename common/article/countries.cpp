#include "common/article/countries.h"

#include <algorithm>

#include "common/article/name_folding.h"
#include "common/base/name_table.h"
#include "common/base/text.h"

namespace news {
namespace {

constexpr NameTable kAliases(
#include "common/article/country_aliases.inc"
);

constexpr NameTable kForeignNames(
#include "common/article/country_names.inc"
);

/// The English names, folded, in byte order: `all_countries` gives them as they are printed.
const std::vector<std::pair<std::string, std::string_view>>& folded_names() {
  static const auto kNames = [] {
    std::vector<std::pair<std::string, std::string_view>> names;
    for (const Country& country : all_countries()) {
      names.emplace_back(fold_name(country.name), country.code);
    }
    std::sort(names.begin(), names.end());
    return names;
  }();
  return kNames;
}

const Country* find_code(std::string_view code) {
  if (code.size() != 2) return nullptr;
  const char upper[2] = {static_cast<char>(code[0] & ~0x20), static_cast<char>(code[1] & ~0x20)};
  const std::string_view wanted(upper, 2);
  const auto& countries = all_countries();
  const auto found =
      std::lower_bound(countries.begin(), countries.end(), wanted,
                       [](const Country& row, std::string_view c) { return row.code < c; });
  return found != countries.end() && found->code == wanted ? &*found : nullptr;
}

const Country* find_alpha3(std::string_view code) {
  if (code.size() != 3) return nullptr;
  const auto& countries = all_countries();
  const auto found = std::find_if(countries.begin(), countries.end(),
                                  [code](const Country& row) { return row.alpha3 == code; });
  return found != countries.end() ? &*found : nullptr;
}

}  // namespace

const std::vector<Country>& all_countries() {
  static const std::vector<Country> kCountries = {
#include "common/article/countries.inc"
  };
  return kCountries;
}

std::optional<std::string> country_code(std::string_view name) {
  const std::string folded = fold_name(name);
  if (folded.empty()) return std::nullopt;
  if (const auto code = kAliases.find(folded)) return std::string(*code);
  const auto& names = folded_names();
  const auto found = std::lower_bound(
      names.begin(), names.end(), folded,
      [](const auto& row, const std::string& wanted) { return row.first < wanted; });
  if (found != names.end() && found->first == folded) return std::string(found->second);
  if (const Country* country = find_code(trim(name))) return std::string(country->code);
  if (const Country* country = find_alpha3(trim(name))) return std::string(country->code);
  const auto foreign = kForeignNames.find(folded);
  return foreign ? std::optional<std::string>(*foreign) : std::nullopt;
}

std::string_view country_name(std::string_view code) {
  const Country* country = find_code(code);
  return country != nullptr ? country->name : std::string_view();
}

}  // namespace news
