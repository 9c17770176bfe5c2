#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/error.h"
#include "searcher/query/query_node.h"
#include "searcher/query/token.h"

namespace news {

/// A recursive-descent parser over the tokens of one query. Use `parse_query`.
class QueryParser {
 public:
  /// Borrows `query`, which is valid UTF-8.
  explicit QueryParser(std::string_view query);

  /// The whole query. Call once.
  QueryNode run();

 private:
  const QueryToken& peek() const { return tokens_[next_]; }
  const QueryToken& take() { return tokens_[next_++]; }
  std::string text_of(const QueryToken& token) const;

  QueryNode parse_or();
  QueryNode parse_and();
  QueryNode parse_not();
  QueryNode parse_positional();
  QueryNode parse_boosted();
  QueryNode parse_operand();
  QueryNode parse_group(const QueryToken& open);
  QueryNode parse_at_least();
  QueryNode parse_field();
  QueryNode parse_in_field(const QueryToken& name, const FieldInfo& field);
  QueryNode parse_zone();
  QueryNode parse_scope();
  bool at_lone_zone() const;
  void take_lone_zone();
  void check_not_inside(const QueryToken& name, const FieldInfo& field) const;
  const FieldInfo& zone_of(const QueryToken& token) const;
  bool set_zone(QueryNode& node, const FieldInfo& zone) const;
  QueryNode leaf_of(const QueryToken& token);

  void enter(const QueryToken& token);
  void leave() { --nesting_; }
  void check_leaf(const QueryToken& token) const;
  void check_span(const QueryNode& node, const std::string& op) const;
  void check_same_field(const QueryNode& node, const std::string& op) const;
  void check_depth(std::size_t depth, const QueryToken& token) const;
  Error lone_zone_without_words(const QueryToken& zone) const;
  Error unmatched_close(const QueryToken& token) const;
  Error missing_operand(const QueryToken& token) const;
  Error error(const QueryToken& token, const std::string& message) const;

  std::string_view query_;
  std::vector<QueryToken> tokens_;
  std::size_t next_ = 0;
  std::size_t nesting_ = 0;
  std::size_t leaves_ = 0;
  const FieldInfo* scope_ = nullptr;  ///< the field whose value is being read
  /// The zone that stands by itself in the parentheses, or the query, being read.
  const QueryToken* lone_zone_ = nullptr;
};

}  // namespace news
