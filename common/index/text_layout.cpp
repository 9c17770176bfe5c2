#include "common/index/text_layout.h"

#include <algorithm>

#include "common/base/text.h"
#include "common/base/varint.h"

namespace news {
namespace {

constexpr unsigned char kAsSpelled = 0x01;
constexpr unsigned char kCapitalized = 0x02;
constexpr unsigned char kCapitals = 0x03;
constexpr unsigned char kLiteral = 0x04;
constexpr unsigned char kNothing = 0x05;
constexpr unsigned char kPlain = 0x06;
constexpr unsigned char kJoinedRun = 0x10;
constexpr std::uint32_t kLongestJoinedRun = 16;
constexpr unsigned char kBlankRun = 0x80;
constexpr std::uint32_t kLongestBlankRun = 64;

bool is_code(unsigned char byte) {
  return byte < 0x20 && byte != '\n' && byte != '\t' && byte != '\r';
}

/// The capital of a letter where alphabets give it by a rule. Not ICU's, whose answers may change
/// with its version: a word that this doesn't know is stored as it is.
char32_t capital_of(char32_t c) {
  if (c >= U'a' && c <= U'z') return c - 0x20;
  if (c < 0xe0) return c;
  if (c <= 0xfe) return c == 0xf7 ? c : c - 0x20;
  if ((c >= 0x100 && c <= 0x137) || (c >= 0x14a && c <= 0x177)) return c & ~char32_t{1};
  if ((c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17e)) return c % 2 == 0 ? c - 1 : c;
  if (c >= 0x3b1 && c <= 0x3c9) return c == 0x3c2 ? c : c - 0x20;
  if (c >= 0x430 && c <= 0x44f) return c - 0x20;
  if (c >= 0x450 && c <= 0x45f) return c - 0x50;
  return c;
}

void append_capitals(std::string& out, std::string_view spelling, bool first_only) {
  if (spelling.empty()) return;
  const std::size_t begin = out.size();
  out.append(spelling);
  const std::size_t wanted = first_only ? 1 : spelling.size();
  std::size_t at = 0;
  for (; at < wanted; ++at) {
    const auto byte = static_cast<unsigned char>(spelling[at]);
    if (byte >= 0x80) break;
    out[begin + at] = static_cast<char>(capital_of(byte));
  }
  if (at == wanted) return;
  // A capital may be longer or shorter than its letter.
  out.resize(begin + at);
  do {
    append_utf8(out, capital_of(next_code_point(spelling, at)));
  } while (!first_only && at < spelling.size());
  out.append(spelling.substr(at));
}

bool equals_with_capitals(std::string_view word, std::string_view spelling, bool first_only) {
  if (word.size() != spelling.size()) return false;
  std::string made;
  append_capitals(made, spelling, first_only);
  return made == word;
}

unsigned char form_of(std::string_view word, std::string_view spelling) {
  if (word == spelling) return kAsSpelled;
  if (equals_with_capitals(word, spelling, true)) return kCapitalized;
  if (equals_with_capitals(word, spelling, false)) return kCapitals;
  return kLiteral;
}

void put_plain(std::string& out, std::string_view text) {
  for (const char c : text) {
    if (is_code(static_cast<unsigned char>(c))) out.push_back(static_cast<char>(kPlain));
    out.push_back(c);
  }
}

}  // namespace

void TextLayoutWriter::add(std::size_t begin, std::size_t end, std::string_view spelling) {
  const std::string_view between = text_.substr(position_, begin - position_);
  const std::string_view word = text_.substr(begin, end - begin);
  Gap gap = Gap::Other;
  if (at_start_ ? between.empty() : between == " ") {
    gap = Gap::Blank;
  } else if (between.empty()) {
    gap = Gap::Nothing;
  }
  const unsigned char form = form_of(word, spelling);
  if (form == kAsSpelled && gap != Gap::Other) {
    if (run_ > 0 && gap != run_gap_) end_run();
    run_gap_ = gap;
    ++run_;
  } else {
    end_run();
    put_gap(gap, between);
    out_.push_back(static_cast<char>(form));
    if (form == kLiteral) put_string(out_, word);
  }
  position_ = end;
  at_start_ = false;
}

void TextLayoutWriter::put_gap(Gap gap, std::string_view between) {
  if (gap == Gap::Nothing) out_.push_back(static_cast<char>(kNothing));
  if (gap != Gap::Other) return;
  if (at_start_) out_.push_back(' ');
  put_plain(out_, between);
}

void TextLayoutWriter::end_run() {
  const bool blank = run_gap_ == Gap::Blank;
  const std::uint32_t longest = blank ? kLongestBlankRun : kLongestJoinedRun;
  while (run_ > 0) {
    const std::uint32_t n = std::min(run_, longest);
    out_.push_back(static_cast<char>((blank ? kBlankRun : kJoinedRun) + n - 1));
    run_ -= n;
  }
}

std::string TextLayoutWriter::finish() {
  end_run();
  if (at_start_ && !text_.empty()) out_.push_back(' ');
  put_plain(out_, text_.substr(position_));
  return std::move(out_);
}

namespace {

/// Makes a text from its layout, see `TextLayoutWriter`.
class LayoutReader {
 public:
  LayoutReader(std::string_view layout, const std::function<std::string_view()>& next_spelling,
               std::string& text, std::vector<Token>* tokens)
      : rest_(layout),
        next_spelling_(next_spelling),
        text_(text),
        tokens_(tokens),
        start_(text.size()) {}

  bool read() {
    while (!rest_.empty()) {
      if (!read_item()) return false;
    }
    if (text_.size() == start_) return true;
    if (text_[start_] != ' ') return false;
    text_.erase(start_, 1);
    return true;
  }

 private:
  unsigned char take() {
    const auto byte = static_cast<unsigned char>(rest_.front());
    rest_.remove_prefix(1);
    return byte;
  }

  bool read_item() {
    const auto byte = static_cast<unsigned char>(rest_.front());
    if (byte >= kBlankRun && byte < kBlankRun + kLongestBlankRun) {
      append_words(take() - kBlankRun + 1U, " ");
      return true;
    }
    if (byte >= kJoinedRun && byte < kJoinedRun + kLongestJoinedRun) {
      append_words(take() - kJoinedRun + 1U, "");
      return true;
    }
    return read_single();
  }

  void append_words(std::uint32_t count, std::string_view before) {
    for (; count > 0; --count) {
      text_.append(before);
      const std::size_t begin = text_.size();
      text_.append(next_spelling_());
      put_token(begin);
    }
  }

  /// The word is what stands from `begin` on. One blank before the text will be taken off.
  void put_token(std::size_t begin) {
    if (tokens_ == nullptr) return;
    Token& token = tokens_->emplace_back();
    token.begin = static_cast<std::uint32_t>(begin - start_ - 1);
    token.end = static_cast<std::uint32_t>(text_.size() - start_ - 1);
  }

  /// What stands before one word, and the word; or what stands at the end.
  bool read_single() {
    bool has_gap = false;
    while (!rest_.empty()) {
      const unsigned char byte = take();
      if (byte == kPlain) {
        if (rest_.empty()) return false;
        text_.push_back(static_cast<char>(take()));
      } else if (byte >= kAsSpelled && byte <= kLiteral) {
        if (!has_gap) text_.push_back(' ');
        return append_word(byte);
      } else if (byte != kNothing) {
        if (is_code(byte)) return false;
        text_.push_back(static_cast<char>(byte));
      }
      has_gap = true;
    }
    return true;
  }

  bool append_word(unsigned char form) {
    const std::string_view spelling = next_spelling_();
    const std::size_t begin = text_.size();
    if (form == kAsSpelled) {
      text_.append(spelling);
    } else if (form != kLiteral) {
      append_capitals(text_, spelling, form == kCapitalized);
    } else {
      std::string_view word;
      if (!get_string(rest_, word)) return false;
      text_.append(word);
    }
    put_token(begin);
    return true;
  }

  std::string_view rest_;
  const std::function<std::string_view()>& next_spelling_;
  std::string& text_;
  std::vector<Token>* tokens_;
  std::size_t start_;  ///< of what is added to the text
};

}  // namespace

bool apply_text_layout(std::string_view layout,
                       const std::function<std::string_view()>& next_spelling, std::string& text,
                       std::vector<Token>* tokens) {
  return LayoutReader(layout, next_spelling, text, tokens).read();
}

}  // namespace news
