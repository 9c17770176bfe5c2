#include "common/analysis/word_forms.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>
#include <xapian.h>

#include <algorithm>
#include <array>
#include <utility>

#include "common/analysis/light_stemmer.h"
#include "common/analysis/tokenizer.h"
#include "common/base/error.h"
#include "common/base/text.h"

namespace news {
namespace {

constexpr std::size_t kMostAcronymLetters = 4;
// How far around an acronym small letters are looked for, in bytes.
constexpr std::size_t kNearAcronym = 16;

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

const icu::Normalizer2& normalizer(const icu::Normalizer2* (*get)(UErrorCode&)) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* found = get(status);
  if (U_FAILURE(status)) throw Error(ErrorKind::Bug, "ICU has no normalisation data");
  return *found;
}

std::string to_utf8(std::u32string_view text) {
  std::string out;
  for (const char32_t c : text) append_utf8(out, c);
  return out;
}

std::string to_utf8(const icu::UnicodeString& text) {
  std::string out;
  text.toUTF8String(out);
  return out;
}

icu::UnicodeString from_utf8(std::string_view text) {
  return icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
}

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (std::size_t i = text.find(from); i != std::string::npos; i = text.find(from, i)) {
    text.replace(i, from.size(), to);
    i += to.size();
  }
}

bool takes_folding(UChar32 c) {
  UErrorCode status = U_ZERO_ERROR;
  const UScriptCode script = uscript_getScript(c, &status);
  return script == USCRIPT_LATIN || script == USCRIPT_GREEK || script == USCRIPT_CYRILLIC;
}

// Letters that Unicode doesn't decompose though readers without the key write them plain.
constexpr std::array<std::pair<char32_t, std::string_view>, 9> kPlainLetters = {
    {{U'ø', "o"}, {U'ł', "l"}, {U'đ', "d"}, {U'ð', "d"}, {U'þ', "th"}, {U'æ', "ae"}, {U'œ', "oe"},
     {U'ı', "i"}, {U'ħ', "h"}}};

void append_plain(icu::UnicodeString& out, UChar32 c) {
  for (const auto& [letter, plain] : kPlainLetters) {
    if (static_cast<char32_t>(c) == letter) {
      out.append(from_utf8(plain));
      return;
    }
  }
  out.append(c);
}

/// Dots of acronyms and of nothing else: a token holds one only there and inside numbers.
bool has_acronym_dots(std::string_view token) {
  return token.find('.') != std::string_view::npos &&
         std::none_of(token.begin(), token.end(), is_ascii_digit);
}

constexpr std::array<std::pair<std::string_view, const char*>, 25> kStemmers = {
    {{"ca", "catalan"},    {"da", "danish"},    {"de", "german"},
     {"en", "english"}, {"es", "spanish"},    {"eu", "basque"},    {"fi", "finnish"},
     {"fr", "french"},  {"ga", "irish"},      {"hu", "hungarian"}, {"hy", "armenian"},
     {"id", "indonesian"}, {"it", "italian"}, {"lt", "lithuanian"}, {"nb", "norwegian"},
     {"ne", "nepali"},  {"nl", "dutch"},      {"nn", "norwegian"}, {"no", "norwegian"},
     {"pt", "portuguese"}, {"ro", "romanian"}, {"ru", "russian"},  {"sv", "swedish"},
     {"ta", "tamil"},   {"tr", "turkish"}}};

const char* snowball_name(std::string_view language) {
  for (const auto& [tag, name] : kStemmers) {
    if (tag == language) return name;
  }
  return nullptr;
}

}  // namespace

std::string spelling_of(std::string_view token) {
  token = utf8_prefix(token, kMaxSpellingBytes);
  std::string out;
  if (is_ascii(token)) {
    out = ascii_lower(token);
  } else {
    UErrorCode status = U_ZERO_ERROR;
    const icu::UnicodeString folded =
        normalizer(icu::Normalizer2::getNFKCCasefoldInstance).normalize(from_utf8(token), status);
    if (U_FAILURE(status)) throw Error(ErrorKind::Bug, "ICU can't normalise a word");
    out = to_utf8(folded);
    replace_all(out, "\u2019", "'");
    for (const std::string_view gershayim : {"\"", "\u05f4"}) replace_all(out, gershayim, "");
  }
  if (has_acronym_dots(out)) out.erase(std::remove(out.begin(), out.end(), '.'), out.end());
  return out;
}

std::vector<std::string> spellings_in(std::string_view text) {
  std::vector<Token> tokens;
  tokenize(text, tokens);
  std::vector<std::string> spellings;
  spellings.reserve(tokens.size());
  for (const Token& token : tokens) {
    spellings.push_back(spelling_of(text.substr(token.begin, token.end - token.begin)));
  }
  return spellings;
}

bool is_acronym(std::string_view token) {
  std::size_t letters = 0;
  for (const char c : token) {
    if (!is_ascii_upper(c) && c != '.') return false;
    letters += c == '.' ? 0 : 1;
  }
  return letters >= 2 && letters <= kMostAcronymLetters;
}

bool stands_out_as_acronym(std::string_view text, std::size_t begin, std::size_t end) {
  const std::string_view token = text.substr(begin, end - begin);
  if (!is_acronym(token)) return false;
  if (token.find('.') != token.npos) return true;
  const std::size_t first = begin - std::min(begin, kNearAcronym);
  const std::string_view near = text.substr(first, end - first + kNearAcronym);
  return std::any_of(near.begin(), near.end(), is_ascii_lower);
}

std::string fold(std::string_view spelling) {
  if (is_ascii(spelling)) return std::string(spelling);
  UErrorCode status = U_ZERO_ERROR;
  const icu::UnicodeString parts =
      normalizer(icu::Normalizer2::getNFDInstance).normalize(from_utf8(spelling), status);
  icu::UnicodeString out;
  bool base_takes_folding = false;
  for (std::int32_t i = 0; i < parts.length(); i = parts.moveIndex32(i, 1)) {
    const UChar32 c = parts.char32At(i);
    if (u_charType(c) == U_NON_SPACING_MARK) {
      if (!base_takes_folding) out.append(c);
      continue;
    }
    base_takes_folding = takes_folding(c);
    append_plain(out, c);
  }
  const icu::UnicodeString joined =
      normalizer(icu::Normalizer2::getNFCInstance).normalize(out, status);
  if (U_FAILURE(status)) throw Error(ErrorKind::Bug, "ICU can't normalise a word");
  return to_utf8(joined);
}

std::string fold_label(std::string_view text) {
  std::string label = collapse_spaces(text);
  if (is_ascii(label)) return ascii_lower(label);
  UErrorCode status = U_ZERO_ERROR;
  const icu::UnicodeString folded =
      normalizer(icu::Normalizer2::getNFKCCasefoldInstance).normalize(from_utf8(label), status);
  if (U_FAILURE(status)) throw Error(ErrorKind::Bug, "ICU can't normalise a name");
  return fold(to_utf8(folded));
}

struct Stemmer::State {
  Xapian::Stem stem;
  LightStemmer light = nullptr;
  /// Endings of names stand behind an apostrophe: İstanbul'da.
  bool cuts_names = false;
};

Stemmer::Stemmer(std::string_view language) : state_(std::make_unique<State>()) {
  state_->light = light_stemmer(language);
  state_->cuts_names = language == "tr" || language == "az";
  const char* name = snowball_name(language);
  if (name == nullptr) return;
  try {
    state_->stem = Xapian::Stem(name);
  } catch (const Xapian::Error&) {
    // An older Xapian without this stemmer: words are only folded, at both ends alike.
  }
}

Stemmer::Stemmer(Stemmer&&) noexcept = default;
Stemmer& Stemmer::operator=(Stemmer&&) noexcept = default;
Stemmer::~Stemmer() = default;

std::string Stemmer::stem(std::string_view spelling) const {
  if (std::any_of(spelling.begin(), spelling.end(), is_ascii_digit)) return fold(spelling);
  // A name in quotes has one in front, too.
  if (state_->cuts_names) spelling = spelling.substr(0, spelling.find('\'', 1));
  std::string stem = state_->light != nullptr
                         ? to_utf8(state_->light(code_points_of(fold(spelling))))
                         : fold(state_->stem(std::string(spelling)));
  // A stemmer may take a whole word for an ending, or for signs that tell nothing.
  return stem.empty() ? fold(spelling) : stem;
}

}  // namespace news
