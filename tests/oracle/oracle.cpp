#include "tests/oracle/oracle.h"

#include <algorithm>
#include <functional>
#include <stdexcept>

#include "common/analysis/tokenizer.h"
#include "searcher/query/number_range.h"

namespace news::test {
namespace {

/// A condition stays needed when any word is enough.
bool is_condition(const QueryNode& node) {
  if (node.kind == NodeKind::Not || node.kind == NodeKind::Date || node.kind == NodeKind::Length) {
    return true;
  }
  const FieldInfo* field = is_leaf(node.kind) ? find_field(node.field) : nullptr;
  return field != nullptr && field->kind != FieldKind::Text;
}

bool has_condition(const QueryNode& node) {
  return is_condition(node) ||
         std::any_of(node.children.begin(), node.children.end(), has_condition);
}

/// With --any, operators between words make no difference, but for choices between conditions.
std::vector<QueryNode> flattened(const QueryNode& node) {
  const bool is_choice = node.kind == NodeKind::Or && !has_condition(node);
  if (node.kind != NodeKind::And && !is_choice) return {node};
  std::vector<QueryNode> parts;
  for (const QueryNode& child : node.children) {
    for (QueryNode& part : flattened(child)) parts.push_back(std::move(part));
  }
  return parts;
}

/// A written word of several tokens is several words when any will do: two neighbouring ideographs
/// are one of them.
void add_parts(const QueryNode& node, std::vector<QueryNode>& parts) {
  std::vector<Token> tokens;
  if (node.kind == NodeKind::Word) tokenize(node.text, tokens);
  if (tokens.size() < 2) return parts.push_back(node);
  const auto in_pair = [&](std::size_t i) {
    return i > 0 && i < tokens.size() && tokens[i].ideograph && tokens[i - 1].ideograph &&
           tokens[i].begin == tokens[i - 1].end;
  };
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (!in_pair(i) && in_pair(i + 1)) continue;
    const std::size_t begin = tokens[in_pair(i) ? i - 1 : i].begin;
    parts.push_back(node);
    parts.back().text = node.text.substr(begin, tokens[i].end - begin);
  }
}

}  // namespace

Oracle::Oracle(const OracleCorpus& corpus) : corpus_(corpus) {}

OracleAnswer Oracle::answer(const OracleRequest& request) {
  clock_ = request.clock;
  exact_phrases_ = request.exact_phrases;
  leaves_.clear();
  const Set everything(corpus_.articles().size(), 1);
  std::optional<Set> all, any;
  if (request.query) {
    all = matches(*request.query);
    any = any_of_words(*request.query, request.any_word);
  }
  const Set pass = passing(request);
  const bool by_date = !(request.after + request.before + request.on).empty();
  OracleAnswer answer;
  const auto take = [&](const Set& found) {
    for (std::size_t i = 0; i < found.size(); ++i) {
      const OracleArticle& article = corpus_.articles()[i];
      if (!found[i] || !pass[i]) continue;
      const auto period = local_period(text_of(article.line, "published"), clock_);
      if (by_date && period.first.empty()) ++answer.undated;
      const auto& line = article.line;
      if (!request.after.empty() && !is_published_in(line, request.after, "", clock_)) continue;
      if (!request.on.empty() && !is_published_in(line, request.on, request.on, clock_)) continue;
      if (!request.before.empty() &&
          (period.first.empty() || period.second >= local_period(request.before, clock_).first)) {
        continue;
      }
      answer.ids.insert(article.id);
    }
  };
  take(request.any_word && any ? *any : all.value_or(everything));
  if (answer.ids.empty() && any && !request.any_word) {
    const std::size_t undated = answer.undated;
    answer.undated = 0;
    take(*any);
    answer.relaxed = !answer.ids.empty();
    if (!answer.relaxed) answer.undated = undated;
  }
  return answer;
}

Oracle::Set Oracle::passing(const OracleRequest& request) const {
  Set pass(corpus_.articles().size(), 1);
  for (std::size_t i = 0; i < pass.size(); ++i) {
    const OracleArticle& article = corpus_.articles()[i];
    std::map<Field, bool> wanted;
    for (const auto& [field, value] : request.filters) {
      wanted[field] = wanted[field] || has_value(article, field, value, false);
    }
    for (const auto& [field, found] : wanted) pass[i] = pass[i] && found;
    for (const auto& [field, value] : request.excluded) {
      pass[i] = pass[i] && !has_value(article, field, value, false);
    }
  }
  return pass;
}

std::optional<Oracle::Set> Oracle::any_of_words(const QueryNode& root, bool asked) {
  if (!asked && root.kind != NodeKind::And && root.kind != NodeKind::Word) return std::nullopt;
  const std::vector<QueryNode> partial =
      root.kind == NodeKind::And ? root.children : std::vector{root};
  QueryNode needed, words;
  needed.kind = NodeKind::And;
  words.kind = NodeKind::Or;
  for (const QueryNode& child : asked ? flattened(root) : partial) {
    if (is_condition(child)) {
      needed.children.push_back(child);
    } else {
      add_parts(child, words.children);
    }
  }
  if (words.children.size() < 2) return std::nullopt;
  const std::optional<Set> some = matches(words);
  const std::optional<Set> conditions = matches(needed);
  leaves_.clear();  // the copies above are gone with their addresses
  if (!some || !conditions) return some ? some : conditions;
  Set both = *some;
  for (std::size_t i = 0; i < both.size(); ++i) both[i] = both[i] && (*conditions)[i];
  return both;
}

/// Whether each article matches; nothing when the node asks for nothing.
std::optional<Oracle::Set> Oracle::matches(const QueryNode& node) {
  switch (node.kind) {
    case NodeKind::And:
    case NodeKind::Or: return combine(node);
    case NodeKind::Not: {
      std::optional<Set> found = matches(node.children[0]);
      if (found) {
        for (char& in : *found) in = !in;
      }
      return found;
    }
    case NodeKind::Near:
    case NodeKind::Adjacent:
    case NodeKind::Sentence:
    case NodeKind::Paragraph:
    case NodeKind::AtLeast: return matches_spans(node);
    default: return matches_leaf(node);
  }
}

std::optional<Oracle::Set> Oracle::combine(const QueryNode& node) {
  std::optional<Set> whole;
  for (const QueryNode& child : node.children) {
    const std::optional<Set> part = matches(child);
    if (!part) continue;
    if (!whole) {
      whole = part;
      continue;
    }
    for (std::size_t i = 0; i < part->size(); ++i) {
      (*whole)[i] = node.kind == NodeKind::And ? (*whole)[i] && (*part)[i]
                                               : (*whole)[i] || (*part)[i];
    }
  }
  return whole;
}

std::optional<Oracle::Set> Oracle::matches_leaf(const QueryNode& node) {
  const FieldInfo* field = find_field(node.field);
  if (field != nullptr && field->kind != FieldKind::Text) return matches_value(node);
  if (leaf(node).empty()) return std::nullopt;
  return matches_spans(node);
}

Oracle::Set Oracle::matches_spans(const QueryNode& node) {
  const bool counts = node.kind == NodeKind::AtLeast;
  const std::size_t least = counts ? node.number : 1;
  Set found;
  for (const OracleArticle& article : corpus_.articles()) {
    found.push_back(spans(counts ? node.children[0] : node, article).size() >= least);
  }
  return found;
}

Oracle::Set Oracle::matches_value(const QueryNode& node) const {
  Set found;
  for (const OracleArticle& article : corpus_.articles()) {
    if (node.kind == NodeKind::Date) {
      found.push_back(date_holds(article.line, node.text, clock_));
    } else if (node.kind == NodeKind::Length) {
      const NumberRange range = parse_number_range(node.text).value();
      const std::size_t length = article.length;
      found.push_back(length >= range.least && length <= range.most);
    } else {
      found.push_back(has_value(article, node.field, node.text, node.kind == NodeKind::Prefix));
    }
  }
  return found;
}

}  // namespace news::test
