#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/base/error.h"
#include "searcher/query/token.h"

namespace news {

/// One pass over a query. Use `tokenize_query`.
class QueryLexer {
 public:
  /// Borrows `query`, which is valid UTF-8.
  explicit QueryLexer(std::string_view query) : query_(query) {}

  /// All tokens. Call once.
  std::vector<QueryToken> run();

 private:
  void skip_spaces();
  bool at_end() const { return position_ >= query_.size(); }
  char peek(std::size_t ahead = 0) const;
  std::size_t space_length(std::size_t at) const;
  std::size_t quote_length(std::size_t at) const;
  bool ends_word(std::size_t at) const;

  void lex_one();
  void lex_phrase(std::size_t begin, TokenKind kind);
  void lex_boost();
  void lex_word();
  bool is_address(std::string_view scheme) const;
  void lex_address(std::size_t begin);
  void lex_zone(std::size_t begin);
  void lex_exact_word();
  void add_word(std::size_t begin, std::string_view word);
  bool add_operator(std::size_t begin, std::string_view word);
  bool add_at_least(std::size_t begin, std::string_view word);
  void add_prefix(std::size_t begin, std::string_view word);
  unsigned operator_number(std::size_t begin, std::string_view word, std::size_t slash) const;
  void add(TokenKind kind, std::size_t begin, std::string_view text = {}, unsigned number = 0);
  Error error(std::size_t begin, std::size_t end, const std::string& message) const;

  std::string_view query_;
  std::size_t position_ = 0;
  std::vector<QueryToken> tokens_;
};

}  // namespace news
