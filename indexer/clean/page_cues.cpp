#include "indexer/clean/page_cues.h"

#include <algorithm>
#include <bitset>
#include <cstdint>
#include <iterator>

#include "common/article/name_folding.h"
#include "common/base/text.h"
#include "indexer/clean/date_finder.h"
#include "indexer/clean/letter_case.h"
#include "indexer/clean/phrase_set.h"

namespace news {
namespace {

struct Row {
  std::string_view words;
  Cue cue;
};

constexpr Row kCues[] = {
#include "indexer/clean/page_cues.inc"
};

constexpr bool is_before(const Row& a, const Row& b) { return a.words < b.words; }
static_assert(std::is_sorted(std::begin(kCues), std::end(kCues), is_before));

/// The first two letters of some phrases: tells most lines apart without a comparison.
class Openings {
 public:
  Openings(const std::string_view* begin, const std::string_view* end) {
    for (; begin != end; ++begin) pairs_.set(pair(*begin));
  }
  bool may_open(std::string_view text) const { return text.size() > 1 && pairs_[pair(text)]; }

 private:
  static std::size_t pair(std::string_view text) {
    return static_cast<std::size_t>(ascii_lower(text[0]) & 0x7f) * 128 +
           static_cast<std::size_t>(ascii_lower(text[1]) & 0x7f);
  }

  std::bitset<16384> pairs_;
};

constexpr std::size_t kLongestCueLine = 160;
constexpr std::size_t kMostCueWords = 6;

std::string_view first_word(std::string_view text) { return text.substr(0, text.find(' ')); }

/// The first words of all cues, by hash: most lines are told by theirs.
class FirstWords {
 public:
  FirstWords() {
    for (const Row& row : kCues) words_.set(slot(first_word(row.words)));
  }
  /// `word` in any case.
  bool has(std::string_view word) const { return words_[slot(word)]; }

 private:
  static std::size_t slot(std::string_view word) {
    std::uint32_t hash = 0;
    for (const char c : word) hash = hash * 31 + static_cast<unsigned char>(ascii_lower(c));
    return hash * 0x9e3779b1u >> 19;
  }

  std::bitset<8192> words_;
};

bool opens_a_cue(std::string_view word) {
  static const FirstWords kFirst;
  return kFirst.has(word);
}

/// Whether a line may begin with a cue, told without folding it.
bool may_open_cue(std::string_view text) {
  const auto end = std::find_if_not(text.begin(), text.end(), is_ascii_alnum);
  const std::string_view word = text.substr(0, static_cast<std::size_t>(end - text.begin()));
  // Folding goes on beyond a point, an apostrophe and an accent, takes "the" away and shortens
  // "Saint".
  const bool ends_there =
      end == text.end() || (static_cast<unsigned char>(*end) < 0x80 && *end != '.' && *end != '\'');
  if (!ends_there || word.empty() || opens_a_cue(word)) return true;
  return equals_ignoring_case(word, "the") || equals_ignoring_case(word, "saint");
}

Cue find_cue(std::string_view folded) {
  if (!opens_a_cue(first_word(folded))) return Cue::None;
  const Row* found =
      std::lower_bound(std::begin(kCues), std::end(kCues), Row{folded, Cue::None}, is_before);
  return found != std::end(kCues) && found->words == folded ? found->cue : Cue::None;
}

/// A cue of several words may go on ("More on Example"), but then the line is no sentence.
Cue opening_cue(std::string_view folded) {
  if (!opens_a_cue(first_word(folded))) return Cue::None;
  std::size_t end = 0;
  Cue best = Cue::None;
  for (std::size_t n = 1; n <= kMostCueWords && end != std::string_view::npos; ++n) {
    end = folded.find(' ', end == 0 ? 0 : end + 1);
    if (n < 2) continue;
    const Cue cue = find_cue(folded.substr(0, end));
    if (cue == Cue::Aside || cue == Cue::End) best = cue;
  }
  return best;
}

}  // namespace

/// "Share on Facebook Share on X WhatsApp Copy link": several services and no sentence.
bool is_share_bar(const PageLine& line) {
  static constexpr std::string_view kServices[] = {
      "facebook", "whatsapp", "twitter",   "linkedin", "telegram",  "pinterest",
      "bluesky",  "threads",  "flipboard", "reddit",   "copy link", " x "};
  if (line.words > 24 || line.ends_sentence) return false;
  const bool may_be = line.text.find("ook") != line.text.npos ||
                      line.text.find("hats") != line.text.npos ||
                      line.text.find("witter") != line.text.npos;
  if (!may_be) return false;
  const std::string low = ascii_lower(line.text);
  return std::count_if(std::begin(kServices), std::end(kServices), [&](std::string_view service) {
           return low.find(service) != low.npos;
         }) >= 2;
}

Cue line_cue(const PageLine& line) {
  if (line.is_blank || line.text.size() > kLongestCueLine) return Cue::None;
  const bool may_cue = may_open_cue(line.text);
  const std::size_t colon = may_cue ? line.text.find(':') : std::string_view::npos;
  if (colon != std::string_view::npos && colon < 40) {
    const Cue cue = find_cue(fold_name(line.text.substr(0, colon)));
    const bool is_alone = trim(line.text.substr(colon + 1)).empty();
    if (cue == Cue::Aside || cue == Cue::Tags || (is_alone && cue != Cue::None)) return cue;
  }
  if (is_share_bar(line)) return Cue::Furniture;
  if (line.words > 12) return Cue::None;
  if (!may_cue) return Cue::None;
  const std::string folded = fold_name(line.text);
  if (const Cue cue = find_cue(folded); cue != Cue::None) return cue;
  return line.ends_sentence ? Cue::None : opening_cue(folded);
}

bool is_time_note(const PageLine& line) {
  static const PhraseSet kNotes({" ago",
                                 "min read",
                                 "mins read",
                                 "minute read",
                                 "minutes read",
                                 "(min",
                                 " min)",
                                 " min.",
                                 "lesezeit",
                                 "lesedauer",
                                 "reading time",
                                 "read time",
                                 "tiempo de lectura",
                                 "temps de lecture",
                                 "tempo di lettura",
                                 "tempo de leitura",
                                 "vor 1 ",
                                 "vor 2 ",
                                 "vor 3 ",
                                 "stunden",
                                 "il y a ",
                                 "hace ",
                                 "leestijd",
                                 "hours old",
                                 "minuten lesen",
                                 "min lesen",
                                 "timer siden",
                                 "minutter siden",
                                 "timmar sedan",
                                 "minuter sedan",
                                 "dakika",
                                 "분 전",
                                 "시간 전",
                                 "分前",
                                 "時間前"},
                                PhraseSet::Case::AsciiIgnored);
  if (line.words > 9 || line.ends_sentence) return false;
  const bool has_number = std::any_of(line.text.begin(), line.text.end(), is_ascii_digit);
  return has_number && kNotes.is_in(line.text);
}

std::string_view byline_names(std::string_view text) {
  static constexpr std::string_view kOpenings[] = {"by ",
                                                   "von ",
                                                   "par ",
                                                   "por ",
                                                   "di ",
                                                   "door ",
                                                   "av ",
                                                   "af ",
                                                   "text: ",
                                                   "tekst: ",
                                                   "written by ",
                                                   "story by ",
                                                   "oleh ",
                                                   "autor: ",
                                                   "author: ",
                                                   "words by ",
                                                   "posted by ",
                                                   "published by ",
                                                   "ein kommentar von ",
                                                   "eine analyse von ",
                                                   "interview von ",
                                                   "kolumne von ",
                                                   "autorin: "};
  static const Openings kFirst(std::begin(kOpenings), std::end(kOpenings));
  if (!kFirst.may_open(text)) return {};
  const std::string low = ascii_lower(text.substr(0, 24));
  for (const std::string_view opening : kOpenings) {
    if (std::string_view(low).substr(0, opening.size()) != opening) continue;
    return trim(text.substr(opening.size()));
  }
  return {};
}

bool is_byline(const PageLine& line) {
  static constexpr std::string_view kSmallWords[] = {"and",
                                                     "und",
                                                     "et",
                                                     "y",
                                                     "e",
                                                     "og",
                                                     "och",
                                                     "en",
                                                     "de",
                                                     "von",
                                                     "van",
                                                     "of",
                                                     "in",
                                                     "for",
                                                     "der",
                                                     "la",
                                                     "le",
                                                     "di",
                                                     "da",
                                                     "al",
                                                     "dan",
                                                     "at",
                                                     "am",
                                                     "um",
                                                     "|",
                                                     "-",
                                                     "&",
                                                     "a",
                                                     "aus",
                                                     "from",
                                                     "correspondance",
                                                     "correspondant",
                                                     "correspondante",
                                                     "corresponsal"};
  if (line.words < 2 || line.words > 16 || line.text.size() > 200) return false;
  const std::string_view names = byline_names(line.text);
  if (names.empty() || !starts_with_capital(names)) return false;
  // Names are capitalised; a sentence that opens with "Von" or "By" soon has a small word.
  for (const std::string_view word : split(names, ' ')) {
    if (word.empty() || starts_with_capital(word) ||
        !is_letter(static_cast<unsigned char>(word[0]))) {
      continue;
    }
    if (std::find(std::begin(kSmallWords), std::end(kSmallWords), word) == std::end(kSmallWords)) {
      return false;
    }
  }
  return names.find(':') == std::string_view::npos || line.words < 6 || may_hold_date(names);
}

bool has_picture_credit(std::string_view text) {
  static const PhraseSet kMarks(
      {
#include "indexer/clean/picture_credits.inc"
      },
      PhraseSet::Case::Exact);
  return kMarks.is_in(text);
}

}  // namespace news
