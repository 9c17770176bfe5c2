#pragma once

#include <string_view>

#include "searcher/query/query_node.h"

namespace news {

/// Reads a query written in the query language (docs/QUERY_LANGUAGE.md). From loose to tight: OR;
/// AND, which is also what a blank means; NOT and '-'; NEAR/n, ADJ/n, SENT and PARA, from left to
/// right; a field; '^'. Throws Error{Query} whose message shows the query with a caret under the
/// place and says what to do.
QueryNode parse_query(std::string_view text);

/// Reads a query as plain words, whatever signs are in it: nothing is an operator. All words are
/// needed unless the request says any. Throws Error{Query} when there is no word or too many.
QueryNode parse_plain_words(std::string_view text);

}  // namespace news
