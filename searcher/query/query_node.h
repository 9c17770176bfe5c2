#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/query/field.h"

namespace news {

/// What a node of the query tree asks for. The first seven are leaves and carry `field` and `text`.
enum class NodeKind : std::uint8_t {
  Word,         ///< one written word, in any inflected form; analysis may see several tokens in it
  Prefix,       ///< words that start with `text` (written without the star)
  Variants,     ///< `text` and words spelled nearly so (written without the tilde)
  Phrase,       ///< words in a row, inflected forms too unless the request says exact
  ExactPhrase,  ///< words in a row, exactly these forms; `=word` is one of one word
  Date,         ///< `text` is a date expression: see `resolve_date` in date_expression.h
  Length,       ///< `text` is a number expression: see `parse_number_range` in number_range.h
  And,          ///< two or more children
  Or,           ///< two or more children
  Not,          ///< one child: all articles but those of the child
  Near,         ///< two children at most `number` words apart, in any order
  Adjacent,     ///< as Near, the first child before the second
  Sentence,     ///< two children in one sentence
  Paragraph,    ///< two children in one paragraph
  AtLeast,      ///< one child that occurs `number` times or more
};

/// A node of a parsed query: a value, freely copied.
///
/// Children of Near, Adjacent, Sentence, Paragraph and AtLeast are *spans*: Word, Prefix, Variants,
/// Phrase, ExactPhrase, an Or of spans, or another Near, Adjacent, Sentence or Paragraph, all of
/// one field, which is a Text field or Any. Occurrences of a leaf cover its words; those of Or are
/// the occurrences of its children; those of a positional node cover both of its children's. Two
/// occurrences that share a word don't pair. Distance is the position of the first word of the
/// later one less that of the last word of the earlier one: words side by side are 1 apart.
/// The tree is at most `kMaxQueryDepth` deep, so that recursion over it is safe.
struct QueryNode {
  NodeKind kind = NodeKind::Word;
  Field field = Field::Any;         ///< leaves: where to look
  std::string text;                 ///< leaves: as written, without quotes and operator signs
  unsigned number = 0;              ///< Near, Adjacent: distance; AtLeast: times
  double boost = 1;                 ///< `word^3`: factor on the score, 0 to 1000
  std::vector<QueryNode> children;  ///< of all but leaves
  std::size_t begin = 0;            ///< bytes [begin, end) of the query text
  std::size_t end = 0;
};

/// Limits of a query: its bytes, how deep it nests, its leaves, the distance of NEAR and ADJ.
inline constexpr std::size_t kMaxQueryBytes = std::size_t{64} * 1024;
inline constexpr std::size_t kMaxQueryDepth = 100;
inline constexpr std::size_t kMaxQueryTerms = 4096;
inline constexpr unsigned kMaxQueryDistance = 1000;
inline constexpr double kMaxQueryBoost = 1000;

/// True for the kinds that have text and no children.
constexpr bool is_leaf(NodeKind kind) { return kind <= NodeKind::Length; }
/// True for the leaves that name words instead of telling what they look like.
constexpr bool is_spelled(NodeKind kind) {
  return kind == NodeKind::Word || kind == NodeKind::Phrase || kind == NodeKind::ExactPhrase;
}
/// True for Near, Adjacent, Sentence and Paragraph.
constexpr bool is_positional(NodeKind kind) {
  return kind >= NodeKind::Near && kind <= NodeKind::Paragraph;
}

/// The field of the spans under a positional or AtLeast node, or of a leaf.
Field span_field(const QueryNode& node);

/// True when both ask for the same; offsets don't count.
bool same_query(const QueryNode& a, const QueryNode& b);

}  // namespace news
