#include "indexer/clean/page_names.h"

#include <algorithm>

#include "common/article/places.h"
#include "common/base/text.h"

namespace news {
namespace {

constexpr std::string_view kAnds[] = {" and ", " und ", " et ",  " & ",
                                      " y ",   " og ",  " och ", " en "};
constexpr std::string_view kPlaces[] = {" in ",         " aus ",   " from ",         " (",
                                        ", correspond", ", envoy", ", corresponsal", " | "};

std::string_view without_place(std::string_view name) {
  for (const std::string_view mark : kPlaces) name = name.substr(0, name.find(mark));
  return trim(name);
}

}  // namespace

std::vector<std::string> split_names(std::string_view names) {
  std::string list(without_place(names));
  bool has_and = false;
  for (const std::string_view mark : kAnds) {
    const std::size_t at = list.rfind(mark);
    if (at == list.npos) continue;
    // "A, B and C" lists people up to the last comma; "A and B, Example Times" doesn't.
    has_and = has_and || list.find(',', at) == list.npos;
    list.replace(at, mark.size(), "\n");
  }
  if (!has_and) list.resize(std::min(list.find(','), list.size()));
  std::vector<std::string> people;
  for (std::string_view line : split(list, '\n')) {
    for (const std::string_view name : split(line, ',')) {
      const std::string_view person = without_place(trim(name));
      if (!person.empty()) people.emplace_back(person);
    }
  }
  return people;
}

std::string place_of_row(std::string_view row) {
  row = trim(row);
  while (!row.empty() && (row.back() == ',' || row.back() == '|' || row.back() == '-')) {
    row = trim(row.substr(0, row.size() - 1));
  }
  for (const std::string_view mark : {" in ", " aus ", " from ", " (", " \u00e0 ", "| "}) {
    const std::size_t at = row.rfind(mark);
    if (at == row.npos) continue;
    std::string_view place = row.substr(at + mark.size());
    place = trim(place.substr(0, place.find_first_of("),|")));
    if (city_country(place)) return std::string(place);
  }
  return city_country(row) ? std::string(row) : std::string();
}

std::vector<std::string> split_tags(std::string_view line, bool has_label) {
  static constexpr std::string_view kSeparators[] = {",", ";", "\u060c", "\u3001"};
  if (has_label) {
    const std::size_t colon = line.find(':');
    if (colon == line.npos) return {};
    line.remove_prefix(colon + 1);
  }
  std::string list(line);
  for (const std::string_view mark : kSeparators) {
    for (std::size_t at = list.find(mark); at != list.npos; at = list.find(mark, at)) {
      list.replace(at, mark.size(), "\n");
    }
  }
  std::vector<std::string> tags;
  for (const std::string_view tag : split(list, '\n')) {
    if (!trim(tag).empty()) tags.emplace_back(trim(tag));
  }
  return tags;
}

}  // namespace news
