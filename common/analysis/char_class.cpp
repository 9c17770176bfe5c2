#include "common/analysis/char_class.h"

#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/utext.h>

#include <memory>
#include <string_view>

#include "common/base/error.h"
#include "common/base/text.h"

namespace news {
namespace {

CharClass letter_class(UChar32 c) {
  UErrorCode status = U_ZERO_ERROR;
  switch (uscript_getScript(c, &status)) {
    case USCRIPT_HAN:
    case USCRIPT_HIRAGANA:
    case USCRIPT_KATAKANA:
      return CharClass::Ideograph;
    case USCRIPT_THAI:
    case USCRIPT_LAO:
    case USCRIPT_KHMER:
    case USCRIPT_MYANMAR:
      return CharClass::Dictionary;
    default:
      // The long vowel mark belongs to Katakana by use, not by script.
      return c == 0x30fc ? CharClass::Ideograph : CharClass::Letter;
  }
}

/// Marks and letters that show nothing: variation selectors, as behind emoji, and fillers. Case
/// folding takes them out, so a word of them alone would be empty.
bool is_invisible(UChar32 c) {
  return (c >= 0xfe00 && c <= 0xfe0f) || (c >= 0xe0100 && c <= 0xe01ef) || c == 0x34f ||
         c == 0x115f || c == 0x1160 || c == 0x17b4 || c == 0x17b5 || (c >= 0x180b && c <= 0x180f) ||
         c == 0x3164 || c == 0xffa0;
}

icu::BreakIterator& word_breaker() {
  thread_local const std::unique_ptr<icu::BreakIterator> breaker = [] {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::BreakIterator> made(
        icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
    if (U_FAILURE(status)) throw Error(ErrorKind::Bug, "ICU has no word break rules");
    return made;
  }();
  return *breaker;
}

}  // namespace

CharClass char_class(char32_t code_point) {
  const auto c = static_cast<UChar32>(code_point);
  if (c == 0xad || c == 0x200c || c == 0x200d || is_invisible(c)) return CharClass::Joiner;
  switch (u_charType(c)) {
    case U_UPPERCASE_LETTER:
    case U_LOWERCASE_LETTER:
    case U_TITLECASE_LETTER:
    case U_MODIFIER_LETTER:
    case U_OTHER_LETTER:
    case U_NON_SPACING_MARK:
    case U_ENCLOSING_MARK:
    case U_COMBINING_SPACING_MARK:
    case U_LETTER_NUMBER:
      return letter_class(c);
    case U_DECIMAL_DIGIT_NUMBER:
      return CharClass::Digit;
    default:
      return CharClass::Other;
  }
}

bool is_ideograph(std::string_view word) {
  if (word.empty()) return false;
  std::size_t end = 0;
  return char_class(next_code_point(word, end)) == CharClass::Ideograph && end == word.size();
}

bool is_upper(char32_t c) { return u_isupper(static_cast<UChar32>(c)) != 0; }
bool is_lower(char32_t c) { return u_islower(static_cast<UChar32>(c)) != 0; }

bool ends_sentence(char32_t c) {
  return c == '!' || c == '?' ||
         (c != '.' && c > 0x7f && u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_S_TERM) != 0);
}

bool is_closing(char32_t c) {
  // A quotation may begin or end with one of these, the others stand before a word.
  constexpr std::u32string_view kOpening = U"\"'#@\u00a1\u00bf";
  switch (u_charType(static_cast<UChar32>(c))) {
    case U_END_PUNCTUATION:
    case U_FINAL_PUNCTUATION:
      return true;
    case U_OTHER_PUNCTUATION:
      return kOpening.find(c) == std::u32string_view::npos;
    default:
      return false;
  }
}

std::vector<std::pair<std::size_t, std::size_t>> dictionary_words(std::string_view run) {
  std::vector<std::pair<std::size_t, std::size_t>> words;
  UErrorCode status = U_ZERO_ERROR;
  UText* text =
      utext_openUTF8(nullptr, run.data(), static_cast<std::int64_t>(run.size()), &status);
  icu::BreakIterator& breaker = word_breaker();
  breaker.setText(text, status);
  if (U_FAILURE(status)) throw Error(ErrorKind::Bug, "ICU can't cut a text into words");
  for (int begin = breaker.first(), end = breaker.next(); end != icu::BreakIterator::DONE;
       begin = end, end = breaker.next()) {
    words.emplace_back(begin, end);
  }
  utext_close(text);
  return words;
}

}  // namespace news
