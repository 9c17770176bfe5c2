#include "indexer/clean/page_talk.h"

#include <string>

#include "common/base/text.h"
#include "indexer/clean/phrase_set.h"

namespace news {
namespace {

constexpr std::size_t kLongest = 600;  // bytes

constexpr std::string_view kMaybe[] = {
#include "indexer/clean/page_talk_maybe.inc"
};

bool speaks_to_reader(std::string_view text) {
  static const PhraseSet kWords(
      {"You ",       " you ",     " you.",  "Your ",  " your ", "Please ", " please", "We ",
       " we ",       " our ",     " us ",   "Our ",   "Sie ",   " Ihr",    "Ihre",    " dein",
       "Dein",       " du ",      "Bitte ", " bitte", " uns",   "Wir ",    " wir ",   "Vous ",
       " vous ",     " votre ",   "Votre ", " vos ",  " nous ", " notre ", " nos ",   "euillez",
       " tu ",       " tus ",     "Tu ",    " usted", " ti ",   " te ",    "uestr",   "or favor",
       " voc\u00ea", " nosso",    " nossa", " tuo ",  " tua ",  " tuoi ",  " nostr",  " uw ",
       " je ",       " jouw",     " ons ",  " onze ", " din ",  " ditt ",  " dine ",  " dig ",
       " deg ",      " v\u00e5r", " vores "},
      PhraseSet::Case::Exact);
  return kWords.is_in(text);
}

/// The sentence around a place of a text, with the blanks at its ends.
std::string_view sentence_at(std::string_view text, std::size_t at) {
  const std::size_t before = text.rfind(". ", at);
  const std::size_t begin = before == text.npos ? 0 : before + 1;
  return text.substr(begin, text.find(". ", at) - begin);
}

/// A sentence with one of these that speaks to the reader, or two of them.
bool is_talk_after_all(std::string_view text) {
  const std::string low = ascii_lower(text);
  int found = 0;
  for (const std::string_view phrase : kMaybe) {
    const std::size_t at = low.find(phrase);
    if (at == low.npos) continue;
    if (++found == 2 || speaks_to_reader(sentence_at(text, at))) return true;
  }
  return false;
}

}  // namespace

bool is_page_talk(std::string_view text) {
  // Nearly all sentences hold none of either list: they are searched once.
  static const PhraseSet kAny(
      {
#include "indexer/clean/page_talk.inc"
#include "indexer/clean/page_talk_maybe.inc"
      },
      PhraseSet::Case::AsciiIgnored);
  static const PhraseSet kSure(
      {
#include "indexer/clean/page_talk.inc"
      },
      PhraseSet::Case::AsciiIgnored);
  if (text.size() > kLongest || !kAny.is_in(text)) return false;
  return kSure.is_in(text) || is_talk_after_all(text);
}

}  // namespace news
