#include "indexer/clean/dateline_words.h"

#include <algorithm>
#include <iterator>

#include "common/base/text.h"
#include "indexer/clean/letter_case.h"

namespace news {
namespace {

template <std::size_t N>
bool is_one_of(const std::string_view (&words)[N], std::string_view word) {
  return std::any_of(std::begin(words), std::end(words),
                     [word](std::string_view w) { return equals_ignoring_case(w, word); });
}

}  // namespace

std::string_view dateline_word(std::string_view text) {
  std::size_t i = 0;
  while (i < text.size()) {
    const char c = text[i];
    if (static_cast<unsigned char>(c) >= 0x80) {
      std::size_t next = i;
      const char32_t point = next_code_point(text, next);
      if (!is_letter(point) && point != 0x2019) break;
      i = next;
    } else if (is_ascii_alpha(c) || c == '.' || c == '\'') {
      ++i;
    } else if (c == '-' && i > 0 && i + 1 < text.size() && is_ascii_alpha(text[i + 1])) {
      ++i;
    } else {
      break;
    }
  }
  return text.substr(0, i);
}

bool is_place_particle(std::string_view word) {
  static constexpr std::string_view kParticles[] = {"de", "del", "da", "do",  "of",  "the", "es",
                                                    "la", "al",  "am", "der", "sur", "upon"};
  // Capitals would make it a name's first word.
  return std::find(std::begin(kParticles), std::end(kParticles), word) != std::end(kParticles);
}

bool is_weekday(std::string_view word) {
  static constexpr std::string_view kDays[] = {"monday", "tuesday",  "wednesday", "thursday",
                                               "friday", "saturday", "sunday"};
  return is_one_of(kDays, word);
}

bool is_opening_word(std::string_view word) {
  static constexpr std::string_view kOpenings[] = {"in", "on", "by", "at", "for", "from", "as"};
  return is_one_of(kOpenings, word);
}

}  // namespace news
