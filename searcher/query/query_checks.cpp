// What the grammar alone can't say: which operators fit which fields and operands.
#include "common/base/text.h"
#include "searcher/query/date_expression.h"
#include "searcher/query/number_range.h"
#include "searcher/query/query_error.h"
#include "searcher/query/query_parser.h"

namespace news {
namespace {

std::string describe(const QueryToken& token, const std::string& text) {
  switch (token.kind) {
    case TokenKind::Open:
    case TokenKind::Close:
    case TokenKind::Boost:
      return "'" + text + "'";
    default:
      return text;
  }
}

/// The node under `node` whose field isn't `field`; nullptr if there is none.
const QueryNode* find_other_field(const QueryNode& node, Field field) {
  if (is_leaf(node.kind)) return node.field == field ? nullptr : &node;
  for (const QueryNode& child : node.children) {
    if (const QueryNode* other = find_other_field(child, field)) return other;
  }
  return nullptr;
}

/// True for A..B of two good dates: all that can be wrong then is their order.
bool is_reversed_range(std::string_view text) {
  const std::size_t dots = text.find("..");
  if (dots == std::string_view::npos || text.find("..", dots + 1) != std::string_view::npos) {
    return false;
  }
  return is_date_expression(text.substr(0, dots)) && is_date_expression(text.substr(dots + 2)) &&
         text.find("none") == std::string_view::npos &&
         text.find("doubtful") == std::string_view::npos;
}

bool is_span(NodeKind kind) {
  return kind <= NodeKind::ExactPhrase || kind == NodeKind::Or || is_positional(kind);
}

}  // namespace

void QueryParser::check_leaf(const QueryToken& token) const {
  if (scope_ == nullptr) return;
  const std::string name(scope_->name);
  const bool plain = token.kind == TokenKind::Word || token.kind == TokenKind::Phrase;
  switch (scope_->kind) {
    case FieldKind::Text:
      return;
    case FieldKind::Name:
    case FieldKind::Country:
      if (token.kind != TokenKind::Variants) return;
      throw error(token, name + ": takes whole values, not word~; write " + name + ":value");
    case FieldKind::Date:
      if (plain && is_date_expression(token.text)) return;
      if (plain && is_reversed_range(token.text)) {
        throw error(token, "'" + token.text + "' ends before it begins; swap its ends");
      }
      throw error(token, "bad date '" + token.text + "'; a date is " + std::string(date_forms()) +
                             ", a range of them A..B, none or doubtful");
    case FieldKind::Number:
      if (plain && parse_number_range(token.text)) return;
      throw error(token, "bad number '" + token.text +
                             "'; write 500, >500, >=500, <500, <=500 or 100..500");
  }
}

void QueryParser::check_span(const QueryNode& node, const std::string& op) const {
  if (!is_span(node.kind)) {
    throw query_error(query_, node.begin, node.end,
                      op + " takes words, phrases, OR of them and other NEAR, ADJ, SENT, PARA; " +
                          (node.kind == NodeKind::And ? "for words in a row write a phrase"
                                                      : "combine this by AND instead"));
  }
  const FieldInfo* field = is_leaf(node.kind) ? find_field(node.field) : nullptr;
  if (field != nullptr && field->kind != FieldKind::Text) {
    throw query_error(query_, node.begin, node.end,
                      op + " is for running words; " + std::string(field->name) +
                          ": has whole values: combine it by AND instead");
  }
  if (is_positional(node.kind)) return;
  for (const QueryNode& child : node.children) check_span(child, op);
}

void QueryParser::check_same_field(const QueryNode& node, const std::string& op) const {
  const QueryNode* other = find_other_field(node, span_field(node));
  if (other == nullptr) return;
  throw query_error(query_, other->begin, other->end,
                    op + " works inside one field; put the field around all of it: headline:(...)");
}

Error QueryParser::unmatched_close(const QueryToken& token) const {
  return error(token, "unmatched ')'; open it before with '(', or quote it");
}

Error QueryParser::missing_operand(const QueryToken& token) const {
  const QueryToken* before = next_ > 0 ? &tokens_[next_ - 1] : nullptr;
  const std::string here = describe(token, text_of(token));
  if (token.kind == TokenKind::Close && nesting_ == 0) return unmatched_close(token);
  if (before == nullptr) {
    return error(token, "nothing before " + here + "; write a word, or quote it to search it");
  }
  const std::string previous = describe(*before, text_of(*before));
  if (before->kind == TokenKind::FieldName) {
    return error(token, previous + " needs a value; quote " + here + " to search the word");
  }
  if (token.kind == TokenKind::End || token.kind == TokenKind::Close) {
    return error(*before, "nothing after " + previous + "; write a word, or quote it to search it");
  }
  return error(token, "expected a word after " + previous + ", not " + here +
                          "; quote it to search the word");
}

}  // namespace news
