#include "common/analysis/tokenizer.h"

#include <algorithm>
#include <array>
#include <string>

#include "common/analysis/char_class.h"
#include "common/base/text.h"

namespace news {
namespace {

// Apostrophes that join letters.
constexpr std::string_view kCurlyApostrophe = "\u2019";

// What French, Italian and Catalan elide before a vowel: Lucene's ElisionFilter lists, merged.
constexpr std::array<std::string_view, 37> kElisions = {
    "agl",  "all",   "c",      "coll", "d",    "dagl",   "dall",   "degl", "dell", "gl",
    "j",    "jusqu", "l",      "lorsqu", "m",  "n",      "negl",   "nell", "pell", "presqu",
    "puisqu", "qu",  "quelqu", "quest", "quoiqu", "s",   "sugl",   "sull", "t",    "un",
    "v",    "senz",  "mezz",   "tutt", "bell", "quell",  "dev"};

// A full stop after these ends no sentence.
constexpr std::array<std::string_view, 61> kAbbreviations = {
    "adm",  "apr",  "assn", "aug",  "ave",  "brig", "bros", "bzw",  "ca",   "capt", "cf",   "cie",
    "co",   "col",  "corp", "cpl",  "dec",  "dept", "dr",   "dra",  "eg",   "etc",  "feb",  "fig",
    "fr",   "ft",   "gen",  "gov",  "hon",  "ie",   "inc",  "jan",  "jr",   "lt",   "ltd",  "maj",
    "mgr",  "mlle", "mme",  "mr",   "mrs",  "ms",   "mt",   "no",   "nov",  "nr",   "oct",  "pp",
    "prof", "rep",  "rev",  "sen",  "sept", "sgt",  "sr",   "sra",  "st",   "usw",  "vol",  "vs",
    "zb"};

/// One character of the text with its class and length.
struct Char {
  char32_t code = 0;
  std::size_t length = 0;  ///< in bytes; 0 at the end of the text
  CharClass kind = CharClass::Other;
};

bool is_word(CharClass kind) { return kind == CharClass::Letter || kind == CharClass::Digit; }

constexpr std::array<CharClass, 128> make_ascii_classes() {
  std::array<CharClass, 128> classes{};
  for (int c = 0; c < 128; ++c) {
    const char byte = static_cast<char>(c);
    classes[static_cast<std::size_t>(c)] = is_ascii_alpha(byte)   ? CharClass::Letter
                                           : is_ascii_digit(byte) ? CharClass::Digit
                                                                  : CharClass::Other;
  }
  return classes;
}
constexpr std::array<CharClass, 128> kAsciiClasses = make_ascii_classes();

bool is_hangul(char32_t c) { return c >= 0xac00 && c <= 0xd7a3; }

bool is_vowel_or_h(char32_t c) {
  if (c < 0x80) {
    return std::string_view("aeiouyh").find(ascii_lower(static_cast<char>(c))) !=
           std::string_view::npos;
  }
  return c < 0x250;  // accented Latin letters at the start of an elided word are vowels
}

class Tokenizer {
 public:
  Tokenizer(std::string_view text, std::vector<Token>& tokens) : text_(text), tokens_(tokens) {}

  void run() {
    while (position_ < text_.size()) {
      const Char c = at(position_);
      if (is_word(c.kind)) {
        word();
      } else if (c.kind == CharClass::Ideograph) {
        add(position_, position_ + c.length, true);
        position_ += c.length;
      } else if (c.kind == CharClass::Dictionary) {
        dictionary_run();
      } else {
        between(c);
      }
    }
  }

 private:
  Char at(std::size_t position) const {
    if (position >= text_.size()) return {};
    const auto byte = static_cast<unsigned char>(text_[position]);
    if (byte < 0x80) return {byte, 1, kAsciiClasses[byte]};
    std::size_t after = position;
    const char32_t code = next_code_point(text_, after);
    return {code, after - position, char_class(code)};
  }

  /// End of the run of letters and digits (and joiners between them) that starts at `position`.
  std::size_t end_of_run(std::size_t position) const {
    for (;;) {
      while (position < text_.size() && is_ascii_alnum(text_[position])) ++position;
      const Char c = at(position);
      const bool inside = is_word(c.kind) ||
                          (c.kind == CharClass::Joiner && is_word(at(position + c.length).kind)) ||
                          is_gershayim(text_, position);
      if (!inside) return position;
      position += c.length;
    }
  }

  std::size_t apostrophe_length(std::size_t position) const {
    if (position >= text_.size()) return 0;
    if (text_[position] == '\'') return 1;
    return text_.compare(position, 3, kCurlyApostrophe) == 0 ? 3 : 0;
  }

  bool is_single_letter(std::size_t begin, std::size_t end) const {
    const Char c = at(begin);
    return c.kind == CharClass::Letter && begin + c.length == end;
  }

  void word() {
    const std::size_t begin = position_;
    std::size_t end = end_of_run(begin);
    if (is_single_letter(begin, end)) end = end_of_acronym(end);
    for (;;) {
      if (const std::size_t joined = end_of_number(end)) {
        end = joined;
        continue;
      }
      const std::size_t apostrophe = apostrophe_length(end);
      if (apostrophe == 0) break;
      const Char after = at(end + apostrophe);
      // In Korean it can only close a quotation, and a particle follows.
      if (after.kind != CharClass::Letter || is_hangul(after.code)) break;
      const std::size_t tail = end + apostrophe;
      const std::size_t tail_end = end_of_run(tail);
      if (tail_end == tail + 1 && ascii_lower(text_[tail]) == 's') {
        add(begin, end, false);
        position_ = tail_end;
        return;
      }
      if (is_elision(begin, end) && is_vowel_or_h(after.code)) {
        position_ = tail;  // the article is passed over; its break falls to the word after it
        return;
      }
      end = tail_end;
    }
    add(begin, end, false);
    position_ = end;
  }

  /// "1" of "1,750": the end of the digits after a separator, or 0.
  std::size_t end_of_number(std::size_t end) const {
    if (end + 1 >= text_.size() || !is_ascii_digit(text_[end - 1])) return 0;
    if ((text_[end] != '.' && text_[end] != ',') || !is_ascii_digit(text_[end + 1])) return 0;
    return end_of_run(end + 1);
  }

  /// "U" of "U.S.": the end of its last letter; `end` when it is no acronym.
  std::size_t end_of_acronym(std::size_t end) const {
    while (end < text_.size() && text_[end] == '.') {
      const std::size_t next_end = end_of_run(end + 1);
      if (!is_single_letter(end + 1, next_end)) break;
      end = next_end;
    }
    return end;
  }

  bool is_elision(std::size_t begin, std::size_t end) const {
    if (end - begin > 6) return false;
    const std::string word = ascii_lower(text_.substr(begin, end - begin));
    return std::find(kElisions.begin(), kElisions.end(), word) != kElisions.end();
  }

  void dictionary_run() {
    std::size_t end = position_;
    for (Char c = at(end); c.kind == CharClass::Dictionary || c.kind == CharClass::Joiner;
         c = at(end)) {
      end += c.length;
    }
    for (const auto& [begin, stop] : dictionary_words(text_.substr(position_, end - position_))) {
      add(position_ + begin, position_ + stop, false);
    }
    position_ = end;
  }

  void between(const Char& c) {
    if (c.code == '\n') {
      break_ = Break::Paragraph;
    } else if (c.code == '.') {
      stop_seen_ = true;
    } else if (ends_sentence(c.code)) {
      sentence_over_ = true;
    } else if (stop_seen_ && is_ascii_space(static_cast<char>(c.code < 0x80 ? c.code : 0))) {
      blank_after_stop_ = true;
    }
    position_ += c.length;
  }

  void add(std::size_t begin, std::size_t end, bool ideograph) {
    if (break_ == Break::None && !tokens_.empty() &&
        (sentence_over_ || (blank_after_stop_ && full_stop_ends_sentence(begin)))) {
      break_ = Break::Sentence;
    }
    tokens_.push_back(
        {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end), break_, ideograph});
    break_ = Break::None;
    stop_seen_ = sentence_over_ = blank_after_stop_ = false;
  }

  bool full_stop_ends_sentence(std::size_t next_begin) const {
    if (is_lower(at(next_begin).code)) return false;
    const Token& last = tokens_.back();
    const std::string_view word = text_.substr(last.begin, last.end - last.begin);
    if (is_single_letter(last.begin, last.end) || word.find('.') != std::string_view::npos) {
      return is_ascii_digit(word.front());
    }
    return word.size() > 4 || !std::binary_search(kAbbreviations.begin(), kAbbreviations.end(),
                                                  std::string_view(ascii_lower(word)));
  }

  std::string_view text_;
  std::vector<Token>& tokens_;
  std::size_t position_ = 0;
  Break break_ = Break::None;
  bool stop_seen_ = false;
  bool blank_after_stop_ = false;
  bool sentence_over_ = false;
};

}  // namespace

void tokenize(std::string_view text, std::vector<Token>& tokens) {
  Tokenizer(text, tokens).run();
}

}  // namespace news
