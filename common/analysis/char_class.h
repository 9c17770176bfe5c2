#pragma once

#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace news {

/// How a character counts when text is cut into words.
enum class CharClass : std::uint8_t {
  Other,       ///< blanks, punctuation, symbols
  Letter,      ///< letters and marks
  Digit,       ///< decimal digits of any script
  Ideograph,   ///< Han, Hiragana, Katakana
  Dictionary,  ///< scripts without blanks: Thai, Lao, Khmer, Burmese
  Joiner,      ///< soft hyphen, zero-width joiners, variation selectors: invisible inside a word
};

CharClass char_class(char32_t c);
/// True for a word of one ideograph: such words are also indexed in pairs.
bool is_ideograph(std::string_view word);

bool is_upper(char32_t c);
bool is_lower(char32_t c);

/// True for what ends a sentence without doubt in any script: ! ? 。 ؟ । and their like. The full
/// stop is not among them.
bool ends_sentence(char32_t c);

/// True for punctuation that belongs to what stands before it: full stops, commas, closing brackets
/// and quotes.
bool is_closing(char32_t c);

/// Byte ranges of the words in a run of CharClass::Dictionary, by ICU's word break dictionaries.
std::vector<std::pair<std::size_t, std::size_t>> dictionary_words(std::string_view run);

}  // namespace news
