#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/query/field.h"

namespace news {

/// A filter option: its name after the dashes, its field, its help.
struct FilterOption {
  std::string_view name;
  Field field;
  std::string_view help;
};

/// All filters by value, in the order of --help.
inline constexpr std::array<FilterOption, 9> kFilterOptions = {{
    {"country", Field::Country, "about or written in this country: ISO code or name"},
    {"dateline-country", Field::DatelineCountry, "written in this country"},
    {"about-country", Field::AboutCountry, "about this country"},
    {"place", Field::Place, "place of the dateline"},
    {"source", Field::Source, "outlet or host"},
    {"language", Field::Language, "language code: en"},
    {"author", Field::Author, "name of an author"},
    {"agency", Field::Agency, "wire service"},
    {"section", Field::Section, "section of the outlet"},
}};

/// What to search for.
struct QueryOptions {
  std::vector<std::string> words;  ///< joined by blanks they are the query
  bool any = false;
  bool all = false;
  bool exact = false;
  bool plain = false;
};

/// Which articles may answer.
struct FilterOptions {
  std::string after;
  std::string before;
  std::string on;
  std::array<std::vector<std::string>, kFilterOptions.size()> values;
  std::string timezone = "UTC";
};

/// Which hits come, in what order.
struct RankOptions {
  std::string sort;
  std::optional<std::uint64_t> limit;
  std::uint64_t offset = 0;
  std::string recency;
  bool explain = false;
  bool collapse = false;
  bool expand = false;
  std::string like;
  bool before_it = false;
};

/// What is counted.
struct CountOptions {
  bool count = false;
  std::vector<std::string> facets;
  std::string timeline;
};

/// How answers are written.
struct OutputOptions {
  bool json = false;
  bool jsonl = false;
  bool csv = false;
  bool guard_formulas = false;
  std::string trec;
  std::string fields;
  std::optional<unsigned> snippets;
  std::optional<unsigned> context;
  std::string colour = "auto";
  bool quiet = false;
};

/// The command line of newssearch.
struct Options {
  std::string index;  ///< "" if not given
  std::string show;
  std::string batch;
  QueryOptions query;
  FilterOptions filter;
  RankOptions rank;
  CountOptions count;
  OutputOptions output;
};

/// Reads the command line. When it asks for help or the version, `text` is set to that instead.
/// Throws Error{Usage} for what can't be read or doesn't go together.
Options parse_options(int argc, const char* const* argv, std::optional<std::string>& text);

/// Throws Error{Usage} for options that contradict each other or that would be ignored.
void check_options(const Options& options);

/// Fields that `--facet` counts.
std::vector<Field> facet_fields(const CountOptions& options);

/// True when any filter is given.
bool has_filter(const FilterOptions& options);

}  // namespace news
