#include "common/analysis/light_stemmer.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <span>
#include <utility>

namespace news {
namespace {

/// What may stand before or behind a stem, and how many letters have to be left without it.
struct Affix {
  std::u32string_view text;
  std::size_t least;
};

bool is_mark(char32_t c) {
  const auto type = u_charType(static_cast<UChar32>(c));
  return type == U_NON_SPACING_MARK || type == U_COMBINING_SPACING_MARK;
}

/// Vowel signs are no letters: what is left of a word has to be one to the ear.
std::size_t letters_in(std::u32string_view word) {
  return word.size() - static_cast<std::size_t>(std::count_if(word.begin(), word.end(), is_mark));
}

void drop_marks(std::u32string& word) {
  constexpr char32_t kTatweel = U'\u0640';
  std::erase_if(word, [](char32_t c) { return is_mark(c) || c == kTatweel; });
}

template <std::size_t kCount>
void replace_letters(std::u32string& word,
                     const std::array<std::pair<char32_t, char32_t>, kCount>& letters) {
  for (char32_t& c : word) {
    for (const auto& [from, to] : letters) {
      if (c == from) c = to;
    }
  }
}

/// Takes the first of `endings` that fits off; longer ones stand first. nullptr when none does.
const Affix* drop_ending(std::u32string& word, std::span<const Affix> endings) {
  for (const Affix& ending : endings) {
    if (!word.ends_with(ending.text)) continue;
    const std::size_t left = word.size() - ending.text.size();
    if (letters_in(std::u32string_view(word).substr(0, left)) < ending.least) continue;
    word.resize(left);
    return &ending;
  }
  return nullptr;
}

void drop_endings(std::u32string& word, std::span<const Affix> endings) {
  while (drop_ending(word, endings) != nullptr) {
  }
}

bool drop_front(std::u32string& word, std::span<const Affix> fronts) {
  for (const Affix& front : fronts) {
    if (!word.starts_with(front.text) || word.size() < front.text.size() + front.least) continue;
    word.erase(0, front.text.size());
    return true;
  }
  return false;
}

// Alef with what it carries, and the letters that are written in two ways at the end of words.
constexpr std::array<std::pair<char32_t, char32_t>, 8> kArabicLetters = {
    {{U'أ', U'ا'}, {U'إ', U'ا'}, {U'آ', U'ا'}, {U'ٱ', U'ا'}, {U'ى', U'ي'}, {U'ئ', U'ي'},
     {U'ی', U'ي'}, {U'ک', U'ك'}}};
constexpr Affix kArabicFronts[] = {{U"وال", 3}, {U"بال", 3}, {U"كال", 3}, {U"فال", 3},
                                   {U"ولل", 3}, {U"ال", 3},  {U"لل", 3}};
constexpr Affix kArabicPronouns[] = {{U"هما", 3}, {U"هم", 3}, {U"هن", 3}, {U"ها", 2}, {U"ه", 2}};
constexpr Affix kArabicEndings[] = {{U"ات", 2}, {U"ون", 3}, {U"ين", 3}, {U"ان", 4},
                                    {U"ة", 2},  {U"ي", 3},  {U"ا", 3}};

/// Before a pronoun the ending of feminine words is a ت: حكومة, حكومته.
void drop_pronoun(std::u32string& word) {
  constexpr Affix kBound[] = {{U"ت", 3}};
  if (drop_ending(word, kArabicPronouns) != nullptr) drop_ending(word, kBound);
}

/// The article comes off before hamza does, so that إلغاء doesn't seem to have one; "and" comes off
/// last, when it is seen whether the word has three letters without it.
std::u32string arabic(std::u32string word) {
  constexpr Affix kAnd[] = {{U"و", 3}};
  drop_marks(word);
  drop_front(word, kArabicFronts);
  replace_letters(word, kArabicLetters);
  std::replace(word.begin(), word.end(), U'ؤ', U'و');
  drop_pronoun(word);
  // In ولاية the ي is part of the word.
  while (!word.ends_with(U"اي") && drop_ending(word, kArabicEndings) != nullptr) {
  }
  drop_front(word, kAnd);
  return word;
}

/// Prefixes come in any number ("and that in the ..."), and many words begin with such a letter, so
/// all come off that leave four letters.
std::u32string hebrew(std::u32string word) {
  constexpr std::array<std::pair<char32_t, char32_t>, 5> kFinalLetters = {
      {{U'ך', U'כ'}, {U'ם', U'מ'}, {U'ן', U'נ'}, {U'ף', U'פ'}, {U'ץ', U'צ'}}};
  constexpr Affix kEndings[] = {{U"ית", 3}, {U"ימ", 2}, {U"ות", 2}, {U"ה", 3}, {U"י", 4}};
  constexpr Affix kFronts[] = {{U"ה", 2}, {U"ו", 4}, {U"ש", 4}, {U"ב", 4},
                               {U"ל", 4}, {U"כ", 4}, {U"מ", 4}};
  drop_marks(word);
  replace_letters(word, kFinalLetters);
  drop_endings(word, kEndings);
  while (drop_front(word, kFronts)) {
  }
  return word;
}

/// Arabic letters are typed for those of Persian and Urdu.
std::u32string drop_persian_endings(std::u32string word, std::span<const Affix> endings) {
  constexpr std::array<std::pair<char32_t, char32_t>, 3> kLetters = {
      {{U'ي', U'ی'}, {U'ى', U'ی'}, {U'ك', U'ک'}}};
  drop_marks(word);
  replace_letters(word, kLetters);
  drop_endings(word, endings);
  return word;
}

std::u32string persian(std::u32string word) {
  constexpr Affix kEndings[] = {{U"هایشان", 2}, {U"هایمان", 2}, {U"هایی", 2}, {U"های", 2},
                                {U"ترین", 3},   {U"ها", 2},     {U"تر", 4},   {U"ات", 3},
                                {U"ان", 4},     {U"ی", 3}};
  return drop_persian_endings(std::move(word), kEndings);
}

std::u32string urdu(std::u32string word) {
  constexpr Affix kEndings[] = {{U"یاں", 3}, {U"یوں", 3}, {U"ئیں", 3}, {U"ؤں", 3}, {U"وں", 3},
                                {U"یں", 3},  {U"ات", 3},  {U"ے", 3},   {U"ی", 3},  {U"ا", 3}};
  return drop_persian_endings(std::move(word), kEndings);
}

std::u32string hindi(std::u32string word) {
  constexpr Affix kEndings[] = {
      {U"ाएंगी", 2}, {U"ाएंगे", 2}, {U"ाएगी", 2}, {U"ाएगा", 2}, {U"ाइयां", 2}, {U"ाइयों", 2},
      {U"ियां", 2}, {U"ियों", 2}, {U"नाएं", 2}, {U"नाओं", 2}, {U"ताएं", 2}, {U"ताओं", 2},
      {U"ेंगी", 2},  {U"ेंगे", 2},  {U"ूंगी", 2},  {U"ूंगा", 2},  {U"ाओं", 2},  {U"ाएं", 2},
      {U"ुओं", 2},  {U"ुएं", 2},  {U"ाकर", 2}, {U"ेगी", 2},  {U"ेगा", 2},  {U"ाया", 2},
      {U"ोगे", 2},  {U"ोगी", 2},  {U"ाई", 2},  {U"ाए", 2},  {U"कर", 2},  {U"ने", 2},
      {U"नी", 2},  {U"ना", 2},  {U"ते", 2},  {U"ती", 2},  {U"ता", 2},  {U"ां", 2},
      {U"ों", 2},   {U"ें", 2},   {U"ीं", 2},   {U"ो", 2},   {U"े", 2},    {U"ू", 2},
      {U"ु", 2},    {U"ी", 2},   {U"ि", 2},   {U"ा", 2}};
  // Words are written with and without a dot under the letter, and with either sign for a nasal.
  constexpr char32_t kNukta = U'\u093c';
  std::erase(word, kNukta);
  std::replace(word.begin(), word.end(), U'\u0901', U'\u0902');
  drop_endings(word, kEndings);
  return word;
}

std::u32string korean(std::u32string word) {
  constexpr Affix kParticles[] = {
      {U"으로부터", 2}, {U"에게서", 2}, {U"에서는", 2}, {U"에서도", 2}, {U"에서의", 2},
      {U"으로는", 2},   {U"으로도", 2}, {U"이라고", 2}, {U"이라는", 2}, {U"에게", 2},
      {U"에서", 2},     {U"에는", 2},   {U"에도", 2},   {U"으로", 2},   {U"로는", 2},
      {U"까지", 2},     {U"부터", 2},   {U"한테", 2},   {U"처럼", 2},   {U"보다", 2},
      {U"마다", 2},     {U"조차", 2},   {U"이나", 2},   {U"라고", 2},   {U"와의", 2},
      {U"과의", 2},     {U"들", 2},     {U"은", 2},     {U"는", 2},     {U"이", 2},
      {U"가", 2},       {U"을", 2},     {U"를", 2},     {U"의", 2},     {U"에", 2},
      {U"와", 2},       {U"과", 2},     {U"도", 2},     {U"로", 2},     {U"만", 2}};
  drop_endings(word, kParticles);
  return word;
}

std::u32string greek(std::u32string word) {
  constexpr Affix kEndings[] = {
      {U"ματων", 3}, {U"ματοσ", 3}, {U"ματα", 3}, {U"ουμε", 3}, {U"ιουσ", 3}, {U"ιοσ", 3},
      {U"ιου", 3},   {U"ιον", 3},   {U"ιων", 3},  {U"ιοι", 3},  {U"ουσ", 3},  {U"εων", 3},
      {U"εωσ", 3},   {U"εισ", 3},   {U"ουν", 3},  {U"ετε", 3},  {U"εσ", 3},   {U"οσ", 3},
      {U"ου", 3},    {U"ον", 3},    {U"οι", 3},   {U"ων", 3},   {U"ασ", 3},   {U"ησ", 3},
      {U"ιο", 3},    {U"ια", 3},    {U"ει", 3},   {U"μα", 3},   {U"α", 3},    {U"η", 3},
      {U"ι", 3},     {U"ο", 3},     {U"ε", 3},    {U"ω", 3}};
  drop_ending(word, kEndings);
  return word;
}

}  // namespace

LightStemmer light_stemmer(std::string_view language) {
  constexpr std::array<std::pair<std::string_view, LightStemmer>, 7> kStemmers = {
      {{"ar", arabic}, {"el", greek}, {"fa", persian}, {"he", hebrew}, {"hi", hindi},
       {"ko", korean}, {"ur", urdu}}};
  for (const auto& [tag, stemmer] : kStemmers) {
    if (tag == language) return stemmer;
  }
  return nullptr;
}

}  // namespace news
