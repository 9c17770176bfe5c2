// Zones of pages: zone:other(words), and zone:other by itself for all words around it.
#include "searcher/query/query_error.h"
#include "searcher/query/query_parser.h"

namespace news {
namespace {

/// As it is written before words.
std::string shown(const FieldInfo& field) {
  return std::string(field.name) + (field.field == Field::Other ? "" : ":");
}

bool is_running_word(NodeKind kind) { return kind <= NodeKind::ExactPhrase; }

}  // namespace

void QueryParser::check_not_inside(const QueryToken& name, const FieldInfo& field) const {
  if (scope_ == nullptr) return;
  throw error(name, shown(field) + " inside " + shown(*scope_) +
                        "; close that one first, or quote the words");
}

const FieldInfo& QueryParser::zone_of(const QueryToken& token) const {
  if (const FieldInfo* zone = find_zone(token.text)) return *zone;
  if (token.text.empty()) {
    throw error(token, "zone: without a name; zones are " + zone_names() +
                           ", and to search for the word, quote it");
  }
  const std::string_view near = suggest_zone(token.text);
  throw error(token, "unknown zone '" + token.text + "'; " +
                         (near.empty() ? "zones are " + zone_names()
                                       : "did you mean 'zone:" + std::string(near) + "'?"));
}

/// True when no words stand right behind the zone.
bool QueryParser::at_lone_zone() const {
  if (peek().kind != TokenKind::Zone) return false;
  const QueryToken& next = tokens_[next_ + 1];
  const bool has_words = next.kind == TokenKind::Open || next.kind == TokenKind::Phrase ||
                         next.kind == TokenKind::ExactPhrase;
  return !has_words || next.begin != peek().end;
}

void QueryParser::take_lone_zone() {
  const QueryToken& token = take();
  const FieldInfo& zone = zone_of(token);
  check_not_inside(token, zone);
  if (peek().kind == TokenKind::Boost) {
    throw error(peek(), "a boost is for words: " + text_of(token) + "(word^3)");
  }
  if (lone_zone_ != nullptr && &zone_of(*lone_zone_) != &zone) {
    throw error(token, text_of(token) + " beside " + text_of(*lone_zone_) +
                           "; put the words of each in parentheses: " + text_of(token) + "(word)");
  }
  lone_zone_ = &token;
}

Error QueryParser::lone_zone_without_words(const QueryToken& zone) const {
  const std::string name = text_of(zone);
  return error(zone, name + " without words; write " + name + "(word)");
}

QueryNode QueryParser::parse_zone() {
  if (at_lone_zone()) {
    const std::string name = text_of(peek());
    throw error(peek(), name + " needs its words in parentheses here: " + name + "(word)");
  }
  const QueryToken& token = take();
  const FieldInfo& zone = zone_of(token);
  check_not_inside(token, zone);
  return parse_in_field(token, zone);
}

/// A query, or what stands in parentheses: a zone by itself is for all words of it.
QueryNode QueryParser::parse_scope() {
  const QueryToken* const outer = lone_zone_;
  lone_zone_ = nullptr;
  QueryNode node = parse_or();
  if (lone_zone_ != nullptr && !set_zone(node, zone_of(*lone_zone_))) {
    throw lone_zone_without_words(*lone_zone_);
  }
  lone_zone_ = outer;
  return node;
}

/// Gives the words under `node` the field of the zone. False when there are none.
bool QueryParser::set_zone(QueryNode& node, const FieldInfo& zone) const {
  bool has_words = false;
  for (QueryNode& child : node.children) has_words |= set_zone(child, zone);
  if (!is_running_word(node.kind)) return has_words;
  if (node.field == Field::Any) node.field = zone.field;
  const FieldInfo* const field = find_field(node.field);
  if (node.field != zone.field && field != nullptr && field->kind == FieldKind::Text) {
    throw query_error(query_, node.begin, node.end,
                      shown(*field) + " beside " + text_of(*lone_zone_) +
                          "; put the words of each in parentheses: " + text_of(*lone_zone_) +
                          "(word)");
  }
  return has_words || node.field == zone.field;
}

}  // namespace news
