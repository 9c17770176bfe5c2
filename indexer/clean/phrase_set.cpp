#include "indexer/clean/phrase_set.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "common/base/text.h"

namespace news {
namespace {

/// Three bytes in a row, the latest the lowest.
std::uint32_t three_bytes(std::uint32_t two, char c) {
  return (two << 8 | static_cast<unsigned char>(c)) & 0xffffff;
}

constexpr std::array<char, 256> kLower = [] {
  std::array<char, 256> lower{};
  for (int c = 0; c < 256; ++c) lower[c] = ascii_lower(static_cast<char>(c));
  return lower;
}();

std::size_t slot(std::uint32_t three) { return three * 0x9e3779b1u >> 16; }

}  // namespace

PhraseSet::PhraseSet(std::initializer_list<std::string_view> phrases, Case letters)
    : phrases_(phrases), letters_(letters) {
  const auto first = [](std::string_view phrase) { return static_cast<unsigned char>(phrase[0]); };
  std::stable_sort(phrases_.begin(), phrases_.end(),
                   [&](std::string_view a, std::string_view b) { return first(a) < first(b); });
  std::size_t at = 0;
  for (std::size_t byte = 0; byte < 256; ++byte) {
    begin_[byte] = at;
    while (at < phrases_.size() && first(phrases_[at]) == byte) ++at;
  }
  begin_[256] = at;
  for (const std::string_view phrase : phrases_) {
    const std::uint32_t two = three_bytes(static_cast<unsigned char>(phrase[0]), phrase[1]);
    if (phrase.size() > 2) {
      openings_.set(slot(three_bytes(two, phrase[2])));
    } else {
      for (int c = 0; c < 256; ++c) openings_.set(slot(three_bytes(two, static_cast<char>(c))));
    }
  }
}

bool PhraseSet::matches_at(std::string_view text, std::size_t position, std::size_t first) const {
  for (std::size_t p = begin_[first]; p < begin_[first + 1]; ++p) {
    const std::string_view phrase = phrases_[p];
    if (phrase.size() > text.size() - position) continue;
    std::size_t i = 1;
    for (; i < phrase.size(); ++i) {
      const char c = text[position + i];
      if ((letters_ == Case::Exact ? c : ascii_lower(c)) != phrase[i]) break;
    }
    if (i == phrase.size()) return true;
  }
  return false;
}

template <PhraseSet::Case kCase>
bool PhraseSet::search(std::string_view text) const {
  const auto folded = [](char c) {
    return kCase == Case::Exact ? c : kLower[static_cast<unsigned char>(c)];
  };
  std::uint32_t three = three_bytes(static_cast<unsigned char>(folded(text[0])), folded(text[1]));
  for (std::size_t i = 2; i < text.size(); ++i) {
    three = three_bytes(three, folded(text[i]));
    if (openings_[slot(three)] && matches_at(text, i - 2, three >> 16)) return true;
  }
  // A phrase of two bytes may end the text.
  return matches_at(text, text.size() - 2, three >> 8 & 0xff);
}

bool PhraseSet::is_in(std::string_view text) const {
  if (text.size() < 2) return false;
  return letters_ == Case::Exact ? search<Case::Exact>(text) : search<Case::AsciiIgnored>(text);
}

}  // namespace news
