#include "indexer/clean/title_shape.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <iterator>

#include "common/base/text.h"

namespace news {
namespace {

constexpr std::size_t kShortestHalf = 8;  // bytes
constexpr int kMostBars = 2;
constexpr int kMostJoints = 2;
constexpr int kMostProgramSigns = 5;

constexpr std::string_view kOpenings[] = {"\u2190", "\u2192",  "\u27f5", "\u27f6",
                                          "<< ",    "\u2039 ", ">> "};
constexpr std::string_view kEndings[] = {"\u2190", "\u2192",  "\u27f5", "\u27f6",
                                         " <<",    " \u203a", " >>"};

/// "Jane Doe on the quayJane Doe on the quay": a picture's text and its name.
bool is_said_twice(std::string_view text) {
  const std::size_t half = text.size() / 2;
  if (half < kShortestHalf) return false;
  const bool has_middle = text.size() % 2 == 1;
  if (has_middle && text[half] != ' ') return false;
  return text.substr(0, half) == text.substr(half + (has_middle ? 1 : 0));
}

/// "night-ferries-at-the-quay", "IMG_2040.jpg": parts without a blank between.
bool is_file_name(std::string_view text) {
  if (text.find(' ') != text.npos) return false;
  const bool is_ascii = std::all_of(text.begin(), text.end(),
                                    [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  return is_ascii && text.find_first_of("-_.") != text.npos;
}

bool is_arrow(std::string_view text) {
  const auto may_be = [](char c) { return c == '<' || c == '>' || (c & 0x80) != 0; };
  if (text.empty() || (!may_be(text.front()) && !may_be(text.back()))) return false;
  const auto opens = [&](std::string_view arrow) { return text.starts_with(arrow); };
  const auto ends = [&](std::string_view arrow) { return text.ends_with(arrow); };
  if (std::any_of(std::begin(kOpenings), std::end(kOpenings), opens)) return true;
  if (std::any_of(std::begin(kEndings), std::end(kEndings), ends)) return true;
  // Quotes come in pairs.
  if (text.starts_with("\u00ab ")) return text.find("\u00bb") == text.npos;
  return text.ends_with(" \u00bb") && text.find("\u00ab") == text.npos;
}

enum class Kind : std::uint8_t { Other, Small, Capital, Bar, ProgramSign, PathSign };

// Bytes that tell; the path's signs are the last bytes of theirs.
constexpr std::array<Kind, 256> kKinds = [] {
  std::array<Kind, 256> kinds{};
  for (int c = 'a'; c <= 'z'; ++c) kinds[c] = Kind::Small;
  for (int c = 'A'; c <= 'Z'; ++c) kinds[c] = Kind::Capital;
  for (const char c : std::string_view("{}[]=_;<\\")) {
    kinds[static_cast<unsigned char>(c)] = Kind::ProgramSign;
  }
  kinds['|'] = Kind::Bar;
  for (const int c : {0x3e, 0xba, 0xbb}) kinds[c] = Kind::PathSign;
  return kinds;
}();

/// What a title has few of.
struct Signs {
  int bars = 0;
  int joints = 0;  ///< capitals right behind small letters: entries of a menu side by side
  int program = 0;
  int path = 0;
};

Signs signs_of(std::string_view text) {
  Signs signs;
  Kind before = Kind::Other;
  for (const char c : text) {
    const Kind kind = kKinds[static_cast<unsigned char>(c)];
    if (kind == Kind::Capital) {
      signs.joints += before == Kind::Small ? 1 : 0;
    } else if (kind > Kind::Capital) {
      signs.bars += kind == Kind::Bar ? 1 : 0;
      signs.program += kind == Kind::ProgramSign ? 1 : 0;
      signs.path += kind == Kind::PathSign ? 1 : 0;
    }
    before = kind;
  }
  return signs;
}

bool is_path_line(std::string_view text) {
  return count_in(text, " \u00bb ") + count_in(text, " \u203a ") + count_in(text, " > ") > 1;
}

}  // namespace

bool is_no_title_by_shape(std::string_view text) {
  const Signs signs = signs_of(text);
  return signs.bars > kMostBars || signs.joints > kMostJoints ||
         signs.program > kMostProgramSigns || (signs.path > 1 && is_path_line(text)) ||
         is_arrow(text) || is_said_twice(text) || is_file_name(text);
}

}  // namespace news
