#include "common/index/text_restorer.h"

#include <algorithm>

#include "common/base/varint.h"
#include "common/index/schema.h"
#include "common/index/text_layout.h"

namespace news {
namespace {

// Words are numbered by frequency; these make up nearly all of any text, and fit in 2 MiB.
constexpr std::uint32_t kFrequentWords = 1u << 16;

/// The words of an article, field by field.
class FieldWords {
 public:
  FieldWords(const TokenStream& tokens, std::uint64_t number)
      : tokens_(tokens), number_(number), rest_(tokens.article(number)) {}

  /// Goes to the first word of `field`, or fails if the article doesn't have it behind here.
  void go_to(TextField field) {
    while (next_code() != kFieldMark + static_cast<std::uint64_t>(field)) {
    }
  }

  std::uint32_t next_word() {
    std::uint64_t code = next_code();
    while (code < kFieldMark) code = next_code();
    // More words than the field has.
    if (code < kFirstWordCode) tokens_.damaged(number_);
    return static_cast<std::uint32_t>(code - kFirstWordCode);
  }

 private:
  std::uint64_t next_code() {
    std::uint64_t code = 0;
    if (!get_varint(rest_, code) || code > UINT32_MAX) tokens_.damaged(number_);
    return code;
  }

  const TokenStream& tokens_;
  std::uint64_t number_;
  std::string_view rest_;
};

}  // namespace

void TextRestorer::restore(std::uint64_t number, StoredArticle& stored, ArticleParts parts) {
  const auto restore_field = [&](std::size_t i, FieldWords& words) {
    words.go_to(kLaidOutFields[i]);
    const auto next = [&]() -> std::string_view { return spelling(words.next_word()); };
    if (!apply_text_layout(stored.layouts[i], next, laid_out_text(stored.article, i))) {
      tokens_.damaged(number);
    }
  };
  FieldWords words(tokens_, number);
  for (std::size_t i = 0; i < kLaidOutFields.size(); ++i) {
    if (stored.layouts[i].empty()) continue;
    if (kLaidOutFields[i] == TextField::Body && parts == ArticleParts::AllButBody) continue;
    if (kLaidOutFields[i] != TextField::Other) {
      restore_field(i, words);
    } else if (parts == ArticleParts::All) {
      if (other_ == nullptr) tokens_.damaged(number);
      FieldWords stripped(*other_, number);
      restore_field(i, stripped);
    }
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
