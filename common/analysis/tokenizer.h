#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace news {

/// What stands between a token and the one before it.
enum class Break : std::uint8_t { None, Sentence, Paragraph };

/// One word of a text: bytes [begin, end) of it.
struct Token {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  Break before = Break::None;
  bool ideograph = false;  ///< one Chinese or Japanese character, a token by itself
};

/// Cuts valid UTF-8 into tokens, appended to `tokens`. The rules are the same for every language
/// and for queries:
/// - letters, digits and marks make words; "1,750" and "3.5" are one token, "mid-week" is two;
/// - "U.S." is one token; a possessive 's is no part of its word ("England's" is "England");
/// - the sign of Hebrew acronyms, also written ", is part of its word;
/// - French and Italian articles with an apostrophe are passed over ("l'économie" is "économie");
/// - each Han, Hiragana or Katakana character is a token, so that any substring can be found;
/// - Thai, Lao, Khmer and Burmese, written without blanks, are cut by ICU's dictionaries;
/// - a line break starts a paragraph; sentences end at . ! ? and their like, but not after
///   initials, acronyms and usual abbreviations.
/// Texts are below 4 GiB. Thread-safe.
void tokenize(std::string_view text, std::vector<Token>& tokens);

}  // namespace news
