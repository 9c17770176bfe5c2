#include "common/index/text_restorer.h"

#include "common/analysis/char_class.h"
#include "common/analysis/tokenizer.h"
#include "common/base/varint.h"
#include "common/index/schema.h"
#include "common/index/text_layout.h"

namespace news {
namespace {

// Words are numbered by frequency; these make up nearly all of any text, and fit in 2 MiB.
constexpr std::uint32_t kFrequentWords = 1u << 16;

// With the blank before it.
constexpr std::size_t kUsualWordBytes = 7;

// In the order of `kLaidOutFields`.
constexpr std::array<TextWords ArticleWords::*, kLaidOutFields.size()> kLaidOutWords = {
    &ArticleWords::headline, &ArticleWords::summary, &ArticleWords::body, &ArticleWords::other};

Break break_of(std::uint64_t mark) {
  return mark == kParagraphMark ? Break::Paragraph : Break::Sentence;
}

bool is_ideograph_token(std::string_view word) {
  return !word.empty() && static_cast<unsigned char>(word.front()) >= 0x80 && is_ideograph(word);
}

}  // namespace

/// The words of an article, field by field.
class TextRestorer::FieldWords {
 public:
  FieldWords(const TokenStream& tokens, std::uint64_t number)
      : tokens_(tokens), number_(number), rest_(tokens.article(number)) {}

  /// Goes to the first word of `field`, or fails if the article doesn't have it behind here.
  void go_to(TextField field) {
    while (next_code() != kFieldMark + static_cast<std::uint64_t>(field)) {
    }
  }

  /// The words of the field, and what stands before each of them. Ends where the next one begins.
  void read(std::vector<std::uint32_t>& numbers, std::vector<Break>& breaks) {
    numbers.clear();
    breaks.clear();
    Break before = Break::None;
    for (std::string_view rest = rest_; !rest.empty(); rest_ = rest) {
      std::uint64_t code = 0;
      if (!get_varint(rest, code) || code > UINT32_MAX) damaged();
      if (code >= kFirstWordCode) {
        numbers.push_back(static_cast<std::uint32_t>(code - kFirstWordCode));
        breaks.push_back(before);
        before = Break::None;
      } else if (code < kFieldMark) {
        before = break_of(code);
      } else {
        return;
      }
    }
  }

  [[noreturn]] void damaged() const { tokens_.damaged(number_); }

 private:
  std::uint64_t next_code() {
    std::uint64_t code = 0;
    if (!get_varint(rest_, code) || code > UINT32_MAX) damaged();
    return code;
  }

  const TokenStream& tokens_;
  std::uint64_t number_;
  std::string_view rest_;
};

void TextRestorer::restore(std::uint64_t number, StoredArticle& stored, ArticleParts parts,
                           ArticleWords* words) {
  FieldWords story(tokens_, number);
  for (std::size_t i = 0; i < kLaidOutFields.size(); ++i) {
    if (stored.layouts[i].empty()) continue;
    if (kLaidOutFields[i] == TextField::Body && parts == ArticleParts::AllButBody) continue;
    if (kLaidOutFields[i] != TextField::Other) {
      restore_text(i, story, stored, words);
    } else if (parts == ArticleParts::All) {
      if (other_ == nullptr) story.damaged();
      FieldWords stripped(*other_, number);
      restore_text(i, stripped, stored, words);
    }
  }
  if (words != nullptr && parts != ArticleParts::AllButBody) {
    read_captions(number, stored.article, *words);
  }
}

void TextRestorer::restore_text(std::size_t field, FieldWords& codes, StoredArticle& stored,
                                ArticleWords* words) {
  codes.go_to(kLaidOutFields[field]);
  codes.read(numbers_, breaks_);
  used_ = 0;
  const auto next = [this, &codes]() -> std::string_view {
    if (used_ == numbers_.size()) codes.damaged();
    return spelling(numbers_[used_++]);
  };
  std::string& text = laid_out_text(stored.article, field);
  text.reserve(kUsualWordBytes * numbers_.size());
  std::vector<Token> tokens;
  if (words != nullptr) tokens.reserve(numbers_.size());
  if (!apply_text_layout(stored.layouts[field], next, text, words != nullptr ? &tokens : nullptr)) {
    codes.damaged();
  }
  if (words == nullptr) return;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    tokens[i].before = breaks_[i];
    tokens[i].ideograph = is_ideograph_token(
        std::string_view(text).substr(tokens[i].begin, tokens[i].end - tokens[i].begin));
  }
  TextWords& text_words = words->*kLaidOutWords[field];
  text_words.tokens = std::move(tokens);
  text_words.numbers.assign(numbers_.begin(),
                            numbers_.begin() + static_cast<std::ptrdiff_t>(used_));
}

void TextRestorer::read_captions(std::uint64_t number, const Article& article,
                                 ArticleWords& words) {
  if (article.captions.empty()) return;
  FieldWords codes(tokens_, number);
  for (const std::string& caption : article.captions) {
    TextWords& text = words.captions.emplace_back();
    codes.go_to(TextField::Caption);
    codes.read(text.numbers, breaks_);
    tokenize(caption, text.tokens);
    // Another ICU may cut Thai differently than the one that the index was built with.
    text.numbers.resize(text.tokens.size(), TextWords::kUnknown);
  }
}

const std::string& TextRestorer::spelling(std::uint32_t number) {
  if (number >= kFrequentWords || number >= words_.size()) {
    rare_ = without_mark(words_.word(number).spelling);
    return rare_;
  }
  if (frequent_.empty()) frequent_.resize(kFrequentWords / kGroup);
  std::unique_ptr<Spellings>& group = frequent_[number / kGroup];
  if (group == nullptr) group = std::make_unique<Spellings>();
  std::string& found = (*group)[number % kGroup];
  if (found.empty()) found = without_mark(words_.word(number).spelling);
  return found;
}

}  // namespace news
