#include "searcher/query/query_parser.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "searcher/query/query_error.h"

namespace news {
namespace {

std::size_t depth_of(const QueryNode& node) {
  std::size_t deepest = 0;
  for (const QueryNode& child : node.children) deepest = std::max(deepest, depth_of(child));
  return deepest + 1;
}

QueryNode parent_of(NodeKind kind, std::vector<QueryNode> children) {
  QueryNode node;
  node.kind = kind;
  node.begin = children.front().begin;
  node.end = children.back().end;
  node.children = std::move(children);
  return node;
}

/// One node for a list joined by AND or OR. (a b) c is a b c, unless the group has a boost.
QueryNode join_list(NodeKind kind, std::vector<QueryNode> parts) {
  if (parts.size() == 1) return std::move(parts.front());
  std::vector<QueryNode> flat;
  for (QueryNode& part : parts) {
    if (part.kind == kind && part.boost == 1) {
      std::move(part.children.begin(), part.children.end(), std::back_inserter(flat));
    } else {
      flat.push_back(std::move(part));
    }
  }
  return parent_of(kind, std::move(flat));
}

NodeKind positional_node(TokenKind kind) {
  switch (kind) {
    case TokenKind::Near:
      return NodeKind::Near;
    case TokenKind::Adjacent:
      return NodeKind::Adjacent;
    case TokenKind::Sentence:
      return NodeKind::Sentence;
    default:
      return NodeKind::Paragraph;
  }
}

bool ends_list(TokenKind kind) {
  return kind == TokenKind::End || kind == TokenKind::Close || kind == TokenKind::Or;
}

}  // namespace

QueryParser::QueryParser(std::string_view query) : query_(query), tokens_(tokenize_query(query)) {}

Error QueryParser::error(const QueryToken& token, const std::string& message) const {
  return query_error(query_, token.begin, token.end, message);
}

std::string QueryParser::text_of(const QueryToken& token) const {
  return std::string(query_.substr(token.begin, token.end - token.begin));
}

void QueryParser::enter(const QueryToken& token) { check_depth(++nesting_, token); }

void QueryParser::check_depth(std::size_t depth, const QueryToken& token) const {
  if (depth <= kMaxQueryDepth) return;
  throw error(token,
              "the query nests too deep; at most " + std::to_string(kMaxQueryDepth) + " levels");
}

QueryNode QueryParser::run() {
  if (peek().kind == TokenKind::End) throw error(peek(), "the query is empty; write a word");
  QueryNode root = parse_scope();
  if (peek().kind == TokenKind::Close) throw unmatched_close(peek());
  check_depth(depth_of(root), tokens_.front());
  return root;
}

QueryNode QueryParser::parse_or() {
  std::vector<QueryNode> parts;
  parts.push_back(parse_and());
  while (peek().kind == TokenKind::Or) {
    take();
    parts.push_back(parse_and());
  }
  return join_list(NodeKind::Or, std::move(parts));
}

QueryNode QueryParser::parse_and() {
  std::vector<QueryNode> parts;
  const QueryToken& first = peek();
  do {
    if (peek().kind == TokenKind::And && &peek() != &first) take();
    if (at_lone_zone()) {
      take_lone_zone();
    } else {
      parts.push_back(parse_not());
    }
  } while (!ends_list(peek().kind));
  if (parts.empty()) throw lone_zone_without_words(first);
  return join_list(NodeKind::And, std::move(parts));
}

QueryNode QueryParser::parse_not() {
  if (peek().kind != TokenKind::Not && peek().kind != TokenKind::Minus) return parse_positional();
  const QueryToken& sign = take();
  enter(sign);
  std::vector<QueryNode> child;
  child.push_back(parse_not());
  leave();
  QueryNode node = parent_of(NodeKind::Not, std::move(child));
  node.begin = sign.begin;
  return node;
}

QueryNode QueryParser::parse_positional() {
  QueryNode left = parse_boosted();
  if (!is_positional(peek().kind)) return left;
  std::size_t depth = depth_of(left);
  while (is_positional(peek().kind)) {
    const QueryToken& op = take();
    const std::string name = text_of(op);
    check_span(left, name);
    if (peek().kind == TokenKind::Minus || peek().kind == TokenKind::Not) {
      throw error(peek(), name + " can't exclude; write a NOT (a " + name + " b)");
    }
    QueryNode right = parse_boosted();
    check_span(right, name);
    depth = std::max(depth, depth_of(right)) + 1;
    check_depth(depth, op);
    std::vector<QueryNode> children;
    children.push_back(std::move(left));
    children.push_back(std::move(right));
    left = parent_of(positional_node(op.kind), std::move(children));
    left.number = op.number;
    check_same_field(left, name);
  }
  return left;
}

QueryNode QueryParser::parse_boosted() {
  QueryNode node = parse_operand();
  if (peek().kind != TokenKind::Boost) return node;
  const QueryToken& boost = take();
  if (node.boost != 1) throw error(boost, "this has a boost already; keep one of them");
  node.boost = boost.boost;
  node.end = boost.end;
  return node;
}

QueryNode QueryParser::parse_operand() {
  switch (peek().kind) {
    case TokenKind::Open:
      return parse_group(take());
    case TokenKind::AtLeast:
      return parse_at_least();
    case TokenKind::FieldName:
      return parse_field();
    case TokenKind::Zone:
      return parse_zone();
    case TokenKind::Word:
    case TokenKind::Prefix:
    case TokenKind::Variants:
    case TokenKind::Phrase:
    case TokenKind::ExactPhrase:
      return leaf_of(take());
    default:
      throw missing_operand(peek());
  }
}

QueryNode QueryParser::parse_group(const QueryToken& open) {
  enter(open);
  if (peek().kind == TokenKind::Close) {
    throw query_error(query_, open.begin, peek().end,
                      "empty parentheses; write words between them");
  }
  QueryNode node = parse_scope();
  if (peek().kind != TokenKind::Close) {
    const QueryToken place = {TokenKind::Open, {}, 0, 1, open.end - 1, open.end};
    throw error(place, "unmatched '('; close it with ')', or quote it");
  }
  take();
  leave();
  return node;
}

QueryNode QueryParser::parse_at_least() {
  const QueryToken& op = take();
  std::string name = text_of(op);
  name.pop_back();
  if (scope_ != nullptr && scope_->kind != FieldKind::Text) {
    throw error(op, name + " counts words; " + std::string(scope_->name) + ": has whole values");
  }
  std::vector<QueryNode> child;
  child.push_back(parse_group(op));
  check_span(child.front(), name);
  QueryNode node = parent_of(NodeKind::AtLeast, std::move(child));
  check_same_field(node, name);
  node.number = op.number;
  node.begin = op.begin;
  node.end = tokens_[next_ - 1].end;
  return node;
}

QueryNode QueryParser::parse_field() {
  const QueryToken& name = take();
  const FieldInfo* field = find_field(name.text);
  if (field == nullptr) {
    // A colon as prose has it: "BREAKING: oil price up".
    if (peek().begin != name.end && !is_operator(name.text)) return leaf_of(name);
    const std::string_view near = suggest_field(name.text);
    throw error(name, "unknown field '" + name.text + "'; " +
                          (near.empty() ? "to search for the words, quote them"
                                        : "did you mean '" + std::string(near) + "'?"));
  }
  const std::string shown(field->name);
  check_not_inside(name, *field);
  const TokenKind next = peek().kind;
  if (peek().begin != name.end || next == TokenKind::End || next == TokenKind::Close) {
    throw error(name, "field without a value; write " + shown +
                          ":word with no blank after the colon, or quote it");
  }
  if (next == TokenKind::Minus) {
    throw error(peek(), "put the '-' before the field: -" + shown + ":word");
  }
  return parse_in_field(name, *field);
}

QueryNode QueryParser::parse_in_field(const QueryToken& name, const FieldInfo& field) {
  scope_ = &field;
  QueryNode node = parse_boosted();
  scope_ = nullptr;
  node.begin = std::min(node.begin, name.begin);
  return node;
}

QueryNode QueryParser::leaf_of(const QueryToken& token) {
  check_leaf(token);
  if (++leaves_ > kMaxQueryTerms) {
    throw error(token, "too many words; at most " + std::to_string(kMaxQueryTerms));
  }
  QueryNode node;
  switch (token.kind) {
    case TokenKind::Prefix:
      node.kind = NodeKind::Prefix;
      break;
    case TokenKind::Variants:
      node.kind = NodeKind::Variants;
      break;
    case TokenKind::Phrase:
      node.kind = NodeKind::Phrase;
      break;
    case TokenKind::ExactPhrase:
      node.kind = NodeKind::ExactPhrase;
      break;
    default:
      node.kind = NodeKind::Word;
      break;
  }
  if (scope_ != nullptr) {
    node.field = scope_->field;
    if (scope_->kind == FieldKind::Date) node.kind = NodeKind::Date;
    if (scope_->kind == FieldKind::Number) node.kind = NodeKind::Length;
  }
  node.text = token.text;
  node.begin = token.begin;
  node.end = token.end;
  return node;
}

}  // namespace news
