#include "indexer/clean/phrase_set.h"

#include <algorithm>
#include <cstdint>

#include "common/base/text.h"

namespace news {
namespace {

/// Three bytes in a row, the latest the lowest.
std::uint32_t three_bytes(std::uint32_t two, char c) {
  return (two << 8 | static_cast<unsigned char>(c)) & 0xffffff;
}

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

bool PhraseSet::matches_at(std::string_view text, std::size_t position, unsigned char first) const {
  for (std::size_t p = begin_[first]; p < begin_[first + 1U]; ++p) {
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

bool PhraseSet::is_in(std::string_view text) const {
  if (text.size() < 2) return false;
  const auto byte = [&](std::size_t i) {
    if (i >= text.size()) return '\0';
    return letters_ == Case::Exact ? text[i] : ascii_lower(text[i]);
  };
  std::uint32_t three = three_bytes(static_cast<unsigned char>(byte(0)), byte(1));
  for (std::size_t i = 0; i + 1 < text.size(); ++i) {
    three = three_bytes(three, byte(i + 2));
    if (!openings_[slot(three)]) continue;
    if (matches_at(text, i, static_cast<unsigned char>(three >> 16))) return true;
  }
  return false;
}

}  // namespace news
