#include "common/article/places.h"

#include <algorithm>
#include <iterator>

#include "common/article/countries.h"
#include "common/article/name_folding.h"
#include "common/base/name_table.h"
#include "common/base/text.h"

namespace news {
namespace {

constexpr NameTable kNewsroom(
#include "common/article/newsroom_places.inc"
);

// The countries that have a place so called, the most likely first, divided by blanks.
constexpr NameTable kCities(
#include "common/article/cities.inc"
);

constexpr NameTable kTowns(
#include "common/article/towns.inc"
);

constexpr NameTable kRegions(
#include "common/article/regions.inc"
);

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
  if (const auto country = kNewsroom.find(folded)) return country;
  if (const auto countries = kCities.find(folded)) return countries->substr(0, 2);
  return std::nullopt;
}

std::vector<std::string_view> place_countries(std::string_view name) {
  const std::string folded = fold_name(name);
  std::vector<std::string_view> all;
  const auto newsroom = kNewsroom.find(folded);
  if (newsroom && !newsroom->empty()) all.push_back(*newsroom);
  auto others = kCities.find(folded);
  if (!others) others = kTowns.find(folded);
  for (const std::string_view country : split(others.value_or(""), ' ')) {
    if (!country.empty() && (all.empty() || country != all.front())) all.push_back(country);
  }
  return all;
}

std::optional<std::string> region_country(std::string_view name) {
  const auto country = kRegions.find(fold_name(name));
  return country ? std::string(*country) : country_code(name);
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
