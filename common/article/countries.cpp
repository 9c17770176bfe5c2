#include "common/article/countries.h"

#include <algorithm>
#include <array>

#include "common/article/name_folding.h"
#include "common/base/text.h"

namespace news {
namespace {

struct Alias {
  std::string_view name;  ///< folded
  std::string_view code;
};

constexpr Alias kAliases[] = {
#include "common/article/country_aliases.inc"
};

constexpr Alias kForeignNames[] = {
#include "common/article/country_names.inc"
};

constexpr bool is_ordered(const Alias* begin, const Alias* end) {
  return std::is_sorted(begin, end, [](const Alias& a, const Alias& b) { return a.name < b.name; });
}
static_assert(is_ordered(std::begin(kAliases), std::end(kAliases)));

template <std::size_t N>
std::optional<std::string> find_in(const Alias (&table)[N], std::string_view folded) {
  const auto* found =
      std::lower_bound(std::begin(table), std::end(table), folded,
                       [](const Alias& row, std::string_view name) { return row.name < name; });
  if (found == std::end(table) || found->name != folded) return std::nullopt;
  return std::string(found->code);
}

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
  if (const auto code = find_in(kAliases, folded)) return code;
  const auto& names = folded_names();
  const auto found = std::lower_bound(
      names.begin(), names.end(), folded,
      [](const auto& row, const std::string& wanted) { return row.first < wanted; });
  if (found != names.end() && found->first == folded) return std::string(found->second);
  if (const Country* country = find_code(trim(name))) return std::string(country->code);
  return find_in(kForeignNames, folded);
}

std::string_view country_name(std::string_view code) {
  const Country* country = find_code(code);
  return country != nullptr ? country->name : std::string_view();
}

}  // namespace news
