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
std::size_t step_slot(std::uint32_t three) { return three * 0x9e3779b1u >> 20; }

// Shorter windows make steps too small to be worth it; longer ones fill the table.
constexpr std::size_t kShortestWindow = 5;
constexpr std::size_t kLongestWindow = 8;
constexpr std::size_t kBlock = 3;

template <PhraseSet::Case kCase>
char folded(char c) {
  return kCase == PhraseSet::Case::Exact ? c : kLower[static_cast<unsigned char>(c)];
}

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
  for (int c = 0; c < 256; ++c) {
    const char letter = letters_ == Case::Exact ? static_cast<char>(c) : kLower[c];
    const auto byte = static_cast<unsigned char>(letter);
    is_first_[c] = begin_[byte] != begin_[byte + 1];
  }
  make_steps();
}

void PhraseSet::make_steps() {
  window_ = kLongestWindow;
  for (const std::string_view phrase : phrases_) window_ = std::min(window_, phrase.size());
  if (window_ < kShortestWindow) return;
  const std::size_t last = window_ - kBlock;
  steps_.fill(static_cast<std::uint8_t>(last + 1));
  for (const std::string_view phrase : phrases_) {
    std::uint32_t three = 0;
    for (std::size_t i = 0; i < window_; ++i) {
      three = three_bytes(three, phrase[i]);
      if (i + 1 < kBlock) continue;
      std::uint8_t& step = steps_[step_slot(three)];
      step = std::min(step, static_cast<std::uint8_t>(window_ - 1 - i));
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
bool PhraseSet::search_each(std::string_view text) const {
  for (std::size_t i = 0; i + 2 < text.size(); ++i) {
    if (!is_first_[static_cast<unsigned char>(text[i])]) continue;
    const std::uint32_t two =
        three_bytes(static_cast<unsigned char>(folded<kCase>(text[i])), folded<kCase>(text[i + 1]));
    const std::uint32_t three = three_bytes(two, folded<kCase>(text[i + 2]));
    if (openings_[slot(three)] && matches_at(text, i, three >> 16)) return true;
  }
  // A phrase of two bytes may end the text.
  const std::size_t last = text.size() - 2;
  return matches_at(text, last, static_cast<unsigned char>(folded<kCase>(text[last])));
}

template <PhraseSet::Case kCase>
bool PhraseSet::search_windows(std::string_view text) const {
  for (std::size_t i = window_ - 1; i < text.size();) {
    const std::uint32_t two = three_bytes(static_cast<unsigned char>(folded<kCase>(text[i - 2])),
                                          folded<kCase>(text[i - 1]));
    const std::size_t step = steps_[step_slot(three_bytes(two, folded<kCase>(text[i])))];
    if (step == 0) {
      const std::size_t start = i + 1 - window_;
      if (matches_at(text, start, static_cast<unsigned char>(folded<kCase>(text[start]))))
        return true;
    }
    i += std::max<std::size_t>(step, 1);
  }
  return false;
}

bool PhraseSet::is_in(std::string_view text) const {
  if (text.size() < 2) return false;
  const bool is_exact = letters_ == Case::Exact;
  if (window_ >= kShortestWindow) {
    return is_exact ? search_windows<Case::Exact>(text) : search_windows<Case::AsciiIgnored>(text);
  }
  return is_exact ? search_each<Case::Exact>(text) : search_each<Case::AsciiIgnored>(text);
}

}  // namespace news
