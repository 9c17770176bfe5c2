#include "common/article/places.h"

#include <algorithm>
#include <iterator>
#include <vector>

#include "common/article/countries.h"
#include "common/article/name_folding.h"
#include "common/base/text.h"

namespace news {
namespace {

struct Row {
  std::string_view name;  ///< folded
  std::string_view country;
};

constexpr Row kNewsroom[] = {
#include "common/article/newsroom_places.inc"
};

constexpr Row kCities[] = {
#include "common/article/cities.inc"
};

constexpr Row kRegions[] = {
#include "common/article/regions.inc"
};

constexpr bool is_before(const Row& a, const Row& b) { return a.name < b.name; }
static_assert(std::is_sorted(std::begin(kNewsroom), std::end(kNewsroom), is_before));
static_assert(std::is_sorted(std::begin(kRegions), std::end(kRegions), is_before));

template <std::size_t N>
const Row* find_in(const Row (&table)[N], std::string_view folded) {
  const Row* found =
      std::lower_bound(std::begin(table), std::end(table), Row{folded, {}}, is_before);
  return found != std::end(table) && found->name == folded ? found : nullptr;
}

/// Words that stay small inside a name.
bool is_particle(std::string_view word) {
  static constexpr std::string_view kParticles[] = {
      "al", "am", "and", "da", "das", "de",  "del", "der", "des", "di",   "do",  "dos",
      "du", "en", "es",  "ed", "le",  "les", "of",  "on",  "sur", "upon", "und", "y"};
  return std::find(std::begin(kParticles), std::end(kParticles), word) != std::end(kParticles);
}

/// The small letter of a capital in UTF-8; ASCII, Latin-1 and Cyrillic are enough for place names.
std::string small_letters(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    char32_t c = next_code_point(text, i);
    if (c < 0x80) c = static_cast<char32_t>(ascii_lower(static_cast<char>(c)));
    if ((c >= 0xc0 && c <= 0xde && c != 0xd7) || (c >= 0x410 && c < 0x430)) c += 32;
    append_utf8(out, c);
  }
  return out;
}

bool has_small_letters(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return is_ascii_lower(c); });
}

void append_word(std::string& out, std::string_view word, bool first) {
  const std::string small = small_letters(word);
  const std::string_view bare = trim(word);
  if (!first && is_particle(small)) {
    out.append(small);
    return;
  }
  // "U.N.", "D.C.", "N.J.": points between single letters keep their capitals.
  if (bare.size() >= 3 && bare[1] == '.' && is_ascii_upper(bare[2])) {
    out.append(word);
    return;
  }
  const bool elided = !first && small.size() > 2 && small[1] == '\'' && small[0] == 'd';
  std::size_t head = 0;
  if (elided) {
    out.append(small, 0, 2);
    head = 2;
  }
  std::size_t end = head;
  next_code_point(word, end);
  out.append(word.substr(head, end - head)).append(small, end, std::string::npos);
}

}  // namespace

std::optional<std::string_view> city_country(std::string_view name) {
  const std::string folded = fold_name(name);
  if (const Row* row = find_in(kNewsroom, folded)) return row->country;
  if (const Row* row = find_in(kCities, folded)) return row->country;
  return std::nullopt;
}

std::optional<std::string> region_country(std::string_view name) {
  const std::string folded = fold_name(name);
  if (const Row* row = find_in(kRegions, folded)) return std::string(row->country);
  return country_code(name);
}

std::string place_from_capitals(std::string_view text) {
  if (has_small_letters(text)) return std::string(text);
  std::string out;
  std::size_t begin = 0;
  for (std::size_t i = 0; i <= text.size(); ++i) {
    const bool at_edge = i == text.size() || text[i] == ' ' || text[i] == '-' || text[i] == '/';
    if (!at_edge) continue;
    if (i > begin) append_word(out, text.substr(begin, i - begin), begin == 0);
    if (i < text.size()) out.push_back(text[i]);
    begin = i + 1;
  }
  return out;
}

}  // namespace news
