#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace news {

// A territory is a country, or a larger one that news treats as one: the European Union, the United
// Nations, a part of the world. Its code is that of ISO 3166-1 or of CLDR, which for parts of the
// world is UN M.49's: "FR", "EU", "150" (Europe).

/// The most words in a name that is looked for.
inline constexpr std::size_t kMostTerritoryWords = 6;

/// The code of the territory that texts in `language`, a primary tag, call so by its name or, in
/// English, its adjective or people: "france", "french", "united states". `name` is spellings
/// (`spelling_of`) with a blank between. Nothing for others. A name that is a usual word too is one
/// in capitals only: "US". The view lives as long as the program. Thread-safe.
std::optional<std::string_view> territory_named(std::string_view language, std::string_view name);

/// The longest such name that a text begins with: how many words it is, and whose. `ends` are
/// the bytes at which the first words of the text end, ascending. Thread-safe.
struct LeadingTerritory {
  std::size_t words = 0;
  std::string_view code;
};
std::optional<LeadingTerritory> leading_territory(std::string_view language, std::string_view text,
                                                  std::span<const std::size_t> ends);

/// Calls `use(name, code)` for every such name in a language.
void for_each_territory_name(
    std::string_view language,
    const std::function<void(std::string_view name, std::string_view code)>& use);

/// The English name of a territory by its code, in either case: "France", "europe"; "" for an
/// unknown code.
std::string territory_name(std::string_view code);

}  // namespace news
