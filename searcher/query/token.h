#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace news {

/// What a piece of a query is.
enum class TokenKind : std::uint8_t {
  Word,
  Prefix,
  Variants,
  Phrase,
  ExactPhrase,
  FieldName,  ///< with its colon
  Zone,       ///< zone:NAME; its text is the name
  AtLeast,    ///< with the parenthesis that follows it
  Boost,
  Open,
  Close,
  And,
  Or,
  Not,
  Minus,
  Near,
  Adjacent,
  Sentence,
  Paragraph,
  End,
};

/// A piece of a query with its place.
struct QueryToken {
  TokenKind kind = TokenKind::End;
  std::string text;  ///< of words, phrases and field names: without the signs
  unsigned number = 0;
  double boost = 1;
  std::size_t begin = 0;  ///< bytes [begin, end) of the query
  std::size_t end = 0;
};

/// True for NEAR/n, ADJ/n, SENT and PARA.
constexpr bool is_positional(TokenKind kind) {
  return kind >= TokenKind::Near && kind <= TokenKind::Paragraph;
}

/// True for the name of an operator, in capitals: "AND", "NEAR".
bool is_operator(std::string_view word);

/// Cuts a query into tokens, the last of which is End. `query` is valid UTF-8. Throws Error{Query}
/// for an unmatched quote, a misplaced wildcard or boost, and an operator without its number.
std::vector<QueryToken> tokenize_query(std::string_view query);

}  // namespace news
