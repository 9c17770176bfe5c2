#include "searcher/query/query_lexer.h"

#include <algorithm>
#include <charconv>
#include <iterator>

#include "common/base/text.h"
#include "searcher/query/field.h"
#include "searcher/query/query_error.h"
#include "searcher/query/query_node.h"

namespace news {
namespace {

constexpr std::string_view kWildcardHint =
    "'*' stands only at the end of a word, after letters: write press*, or quote the word";

bool has_word_character(std::string_view text) {
  return std::any_of(text.begin(), text.end(),
                     [](char c) { return is_ascii_alnum(c) || (c & 0x80) != 0; });
}

bool is_field_name(std::string_view text) {
  if (text.empty() || is_ascii_digit(text[0])) return false;
  return std::all_of(text.begin(), text.end(), [](char c) {
    return is_ascii_alnum(c) || c == '-' || c == '_' || (c & 0x80) != 0;
  });
}

struct Operator {
  std::string_view name;
  TokenKind kind;
};
constexpr Operator kOperators[] = {{"AND", TokenKind::And},
                                   {"OR", TokenKind::Or},
                                   {"NOT", TokenKind::Not},
                                   {"SENT", TokenKind::Sentence},
                                   {"PARA", TokenKind::Paragraph},
                                   {"NEAR", TokenKind::Near},
                                   {"ADJ", TokenKind::Adjacent}};

const Operator* find_operator(std::string_view name) {
  const auto* const found = std::find_if(std::begin(kOperators), std::end(kOperators),
                                         [name](const Operator& op) { return op.name == name; });
  return found == std::end(kOperators) ? nullptr : found;
}

bool is_number(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), is_ascii_digit);
}

}  // namespace

char QueryLexer::peek(std::size_t ahead) const {
  return position_ + ahead < query_.size() ? query_[position_ + ahead] : '\0';
}

std::size_t QueryLexer::space_length(std::size_t at) const {
  const std::string_view rest = query_.substr(at);
  if (rest.empty()) return 0;
  // A control character can only be a slip of the hand or of a paste.
  if (static_cast<unsigned char>(rest[0]) <= 0x20 || rest[0] == 0x7f) return 1;
  if (rest.substr(0, 2) == "\u00a0" || rest.substr(0, 2) == "\u0085") return 2;
  std::size_t length = 0;
  const char32_t c = next_code_point(rest, length);
  const bool is_space = (c >= 0x2000 && c <= 0x200b) || c == 0x2028 || c == 0x2029 || c == 0x202f ||
                        c == 0x205f || c == 0x3000 || c == 0xfeff;
  return is_space ? length : 0;
}

// Word processors and phones turn straight quotes into these.
std::size_t QueryLexer::quote_length(std::size_t at) const {
  const std::string_view rest = query_.substr(at);
  if (!rest.empty() && rest[0] == '"') return is_gershayim(query_, at) ? 0 : 1;
  for (const std::string_view quote : {"\u201c", "\u201d", "\u201e", "\u201f"}) {
    if (rest.substr(0, 3) == quote) return 3;
  }
  return 0;
}

bool QueryLexer::ends_word(std::size_t at) const {
  if (at >= query_.size()) return true;
  const char c = query_[at];
  return c == '(' || c == ')' || c == '^' || quote_length(at) > 0 || space_length(at) > 0;
}

void QueryLexer::skip_spaces() {
  while (const std::size_t length = space_length(position_)) position_ += length;
}

Error QueryLexer::error(std::size_t begin, std::size_t end, const std::string& message) const {
  return query_error(query_, begin, end, message);
}

void QueryLexer::add(TokenKind kind, std::size_t begin, std::string_view text, unsigned number) {
  tokens_.push_back({kind, std::string(text), number, 1, begin, position_});
}

std::vector<QueryToken> QueryLexer::run() {
  for (skip_spaces(); !at_end(); skip_spaces()) lex_one();
  add(TokenKind::End, position_);
  return std::move(tokens_);
}

void QueryLexer::lex_one() {
  const std::size_t begin = position_;
  const char c = peek();
  if (c == '(' || c == ')') {
    ++position_;
    return add(c == '(' ? TokenKind::Open : TokenKind::Close, begin);
  }
  if (c == '^') return lex_boost();
  if (quote_length(begin) > 0) return lex_phrase(begin, TokenKind::Phrase);
  if (c == '=' && quote_length(begin + 1) > 0) {
    ++position_;
    return lex_phrase(begin, TokenKind::ExactPhrase);
  }
  if (c == '=' && (is_ascii_alnum(peek(1)) || (peek(1) & 0x80) != 0) && !ends_word(begin + 1)) {
    return lex_exact_word();
  }
  const bool excludes = c == '-' && peek(1) != '-' && peek(1) != ')' && peek(1) != '^' &&
                        begin + 1 < query_.size() && space_length(begin + 1) == 0;
  if (excludes) {
    ++position_;
    return add(TokenKind::Minus, begin);
  }
  lex_word();
}

void QueryLexer::lex_phrase(std::size_t begin, TokenKind kind) {
  const std::size_t quote = position_;
  position_ += quote_length(quote);
  const std::size_t text = position_;
  while (!at_end() && quote_length(position_) == 0) ++position_;
  if (at_end()) {
    throw error(quote, text, "unmatched quote; close the phrase with another \"");
  }
  const std::string_view phrase = trim(query_.substr(text, position_ - text));
  position_ += quote_length(position_);
  if (phrase.empty()) throw error(begin, position_, "empty phrase; write words between the quotes");
  if (peek() == '~' || peek() == '*') {
    throw error(position_, position_ + 1,
                "a phrase takes no '" + std::string(1, peek()) +
                    "'; for words near each other write a NEAR/5 b");
  }
  add(kind, begin, phrase);
}

void QueryLexer::lex_exact_word() {
  const std::size_t begin = position_++;
  const std::size_t word = position_;
  while (!ends_word(position_)) ++position_;
  add(TokenKind::ExactPhrase, begin, query_.substr(word, position_ - word));
}

void QueryLexer::lex_boost() {
  const std::size_t begin = position_++;
  if (tokens_.empty() || tokens_.back().end != begin || tokens_.back().kind == TokenKind::Boost) {
    throw error(begin, begin + 1, "'^' without a word before it; write word^3");
  }
  while (!ends_word(position_)) ++position_;
  const std::string_view digits = query_.substr(begin + 1, position_ - begin - 1);
  double value = -1;
  const auto result = std::from_chars(digits.data(), digits.data() + digits.size(), value,
                                      std::chars_format::fixed);
  const bool whole = result.ec == std::errc() && result.ptr == digits.data() + digits.size();
  if (!whole || !(value >= 0 && value <= kMaxQueryBoost)) {
    throw error(begin, position_, "a boost is a number from 0 to 1000; write word^3");
  }
  add(TokenKind::Boost, begin);
  tokens_.back().boost = value;
}

void QueryLexer::lex_word() {
  const std::size_t begin = position_;
  bool may_be_field = true;
  while (!ends_word(position_)) {
    if (query_[position_++] != ':' || !may_be_field) continue;
    const std::string_view name = query_.substr(begin, position_ - 1 - begin);
    if (is_address(name)) return lex_address(begin);
    if (equals_ignoring_case(name, "zone")) return lex_zone(begin);
    if (is_field_name(name)) return add(TokenKind::FieldName, begin, name);
    may_be_field = false;
  }
  add_word(begin, query_.substr(begin, position_ - begin));
}

/// True for the scheme of a web address, in front of `position_`.
bool QueryLexer::is_address(std::string_view scheme) const {
  return query_.substr(position_, 2) == "//" && find_field(scheme) == nullptr;
}

void QueryLexer::lex_address(std::size_t begin) {
  while (!ends_word(position_)) ++position_;
  add(TokenKind::Word, begin, query_.substr(begin, position_ - begin));
}

void QueryLexer::lex_zone(std::size_t begin) {
  const std::size_t name = position_;
  while (!ends_word(position_) && peek() != ':' && peek() != '=') ++position_;
  if (peek() == ':') {
    const std::string zone(query_.substr(begin, position_ - begin));
    throw error(begin, position_ + 1, "write " + zone + "(word)");
  }
  add(TokenKind::Zone, begin, query_.substr(name, position_ - name));
}

void QueryLexer::add_word(std::size_t begin, std::string_view word) {
  if (add_operator(begin, word) || add_at_least(begin, word)) return;
  if (word.find('*') != std::string_view::npos) return add_prefix(begin, word);
  const std::size_t tilde = word.rfind('~');
  if (tilde == std::string_view::npos || !has_word_character(word.substr(0, tilde))) {
    return add(TokenKind::Word, begin, word);
  }
  const std::string_view after = word.substr(tilde + 1);
  if (after.empty()) return add(TokenKind::Variants, begin, word.substr(0, tilde));
  if (is_number(after)) {
    throw error(begin + tilde, position_,
                "'~' takes no number; write word~ for spelling variants, or a NEAR/5 b");
  }
  add(TokenKind::Word, begin, word);
}

void QueryLexer::add_prefix(std::size_t begin, std::string_view word) {
  const std::size_t star = word.find('*');
  if (star + 1 != word.size() || !has_word_character(word.substr(0, star))) {
    throw error(begin + star, begin + star + 1, std::string(kWildcardHint));
  }
  add(TokenKind::Prefix, begin, word.substr(0, star));
}

unsigned QueryLexer::operator_number(std::size_t begin, std::string_view word,
                                     std::size_t slash) const {
  const std::string name(word.substr(0, slash));
  const std::string_view digits = slash < word.size() ? word.substr(slash + 1) : "";
  unsigned number = 0;
  if (is_number(digits)) std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (number < 1 || number > kMaxQueryDistance) {
    throw error(
        begin, begin + word.size(),
        name + " needs a number from 1 to 1000: " + name + "/5; quote it to search the word");
  }
  return number;
}

bool QueryLexer::add_operator(std::size_t begin, std::string_view word) {
  const std::size_t slash = std::min(word.find('/'), word.size());
  if (const Operator* const op = find_operator(word.substr(0, slash))) {
    const bool counts = op->kind == TokenKind::Near || op->kind == TokenKind::Adjacent;
    if (counts || slash == word.size()) {
      add(op->kind, begin, word, counts ? operator_number(begin, word, slash) : 0);
      return true;
    }
  }
  if (word == "&&" || word == "||") {
    throw error(begin, position_, word == "||" ? "write OR for '||'" : "write AND for '&&'");
  }
  return false;
}

bool QueryLexer::add_at_least(std::size_t begin, std::string_view word) {
  const std::size_t slash = std::min(word.find('/'), word.size());
  const bool opens = peek() == '(';
  if (!equals_ignoring_case(word.substr(0, slash), "atleast")) return false;
  if (slash == word.size() && !opens) return false;
  const unsigned number = operator_number(begin, word, slash);
  if (!opens) {
    throw error(begin, position_, "atleast needs a word in parentheses: atleast/3(word)");
  }
  ++position_;
  add(TokenKind::AtLeast, begin, word, number);
  return true;
}

bool is_operator(std::string_view word) { return find_operator(word) != nullptr; }

std::vector<QueryToken> tokenize_query(std::string_view query) { return QueryLexer(query).run(); }

}  // namespace news
