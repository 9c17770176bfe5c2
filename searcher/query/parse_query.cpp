#include "searcher/query/parse_query.h"

#include <algorithm>
#include <string>
#include <utility>

#include "common/base/error.h"
#include "common/base/text.h"
#include "searcher/query/query_parser.h"

namespace news {
namespace {

void check_text(std::string_view text) {
  if (text.size() > kMaxQueryBytes) {
    throw Error(ErrorKind::Query, "the query has " + std::to_string(text.size()) +
                                      " bytes; at most " + std::to_string(kMaxQueryBytes));
  }
  if (!is_valid_utf8(text)) {
    throw Error(ErrorKind::Query, "the query isn't valid UTF-8; convert it first");
  }
}

}  // namespace

QueryNode parse_query(std::string_view text) {
  check_text(text);
  return QueryParser(text).run();
}

QueryNode parse_plain_words(std::string_view text) {
  check_text(text);
  QueryNode list;
  list.kind = NodeKind::And;
  list.end = text.size();
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t end = std::min(text.find_first_of(" \t\r\n\f\v", i), text.size());
    if (end > i) {
      QueryNode word;
      word.text = std::string(text.substr(i, end - i));
      word.begin = i;
      word.end = end;
      list.children.push_back(std::move(word));
    }
    i = end + 1;
  }
  if (list.children.empty()) throw Error(ErrorKind::Query, "the query is empty; write a word");
  if (list.children.size() > kMaxQueryTerms) {
    throw Error(ErrorKind::Query,
                "too many words in the query; at most " + std::to_string(kMaxQueryTerms));
  }
  return list.children.size() == 1 ? list.children.front() : list;
}

}  // namespace news
