#include "indexer/clean/phrase_set.h"

#include <algorithm>

#include "common/base/text.h"

namespace news {
namespace {

char ascii_upper(char c) { return is_ascii_lower(c) ? static_cast<char>(c - 32) : c; }

std::size_t opening(char a, char b) {
  return static_cast<std::size_t>(static_cast<unsigned char>(a)) << 8 |
         static_cast<unsigned char>(b);
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
    openings_.set(opening(phrase[0], phrase[1]));
    if (letters == Case::Exact) continue;
    openings_.set(opening(ascii_upper(phrase[0]), phrase[1]));
    openings_.set(opening(phrase[0], ascii_upper(phrase[1])));
    openings_.set(opening(ascii_upper(phrase[0]), ascii_upper(phrase[1])));
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
  if (text.empty()) return false;
  for (std::size_t i = 0; i + 1 < text.size(); ++i) {
    if (!openings_[opening(text[i], text[i + 1])]) continue;
    const char first = letters_ == Case::Exact ? text[i] : ascii_lower(text[i]);
    if (matches_at(text, i, static_cast<unsigned char>(first))) return true;
  }
  return false;
}

}  // namespace news
