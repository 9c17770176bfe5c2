#include "searcher/match/filter_plan.h"

#include <set>

#include "common/article/countries.h"
#include "common/base/error.h"
#include "common/base/text.h"
#include "common/index/attributes.h"

namespace news {
namespace {

/// The attributes that a field of the query language reads.
std::vector<Attribute> attributes_of(Field field) {
  switch (field) {
    case Field::Country:
      return {Attribute::AboutCountry, Attribute::DatelineCountry};
    case Field::AboutCountry:
      return {Attribute::AboutCountry};
    case Field::DatelineCountry:
      return {Attribute::DatelineCountry};
    case Field::Place:
      return {Attribute::Place};
    case Field::Source:
      return {Attribute::Source};
    case Field::Agency:
      return {Attribute::Agency};
    case Field::Author:
      return {Attribute::Author};
    case Field::Section:
      return {Attribute::Section};
    case Field::Keyword:
      return {Attribute::Keyword};
    case Field::Language:
      return {Attribute::Language};
    default:
      break;
  }
  throw Error(ErrorKind::Bug, "a filter on a field that holds no values");
}

bool is_country(Field field) {
  return field == Field::Country || field == Field::AboutCountry || field == Field::DatelineCountry;
}

std::string country_value(std::string_view value) {
  if (const auto code = country_code(value)) return *code;
  std::vector<std::string_view> names;
  for (const Country& country : all_countries()) names.push_back(country.name);
  const std::string_view near = nearest_name(value, names);
  throw Error(ErrorKind::Query,
              "there is no country '" + std::string(value) + "'" +
                  (near.empty() ? std::string("; give a code such as DE or a name")
                                : "; did you mean '" + std::string(near) + "'?"));
}

PlanNode filter_of(std::vector<std::string> terms) {
  PlanNode node;
  node.kind = PlanNode::Kind::Filter;
  node.terms = std::move(terms);
  return node;
}

void add_value_terms(Field field, std::string_view value, std::vector<std::string>& terms) {
  const std::string resolved = is_country(field) ? country_value(value) : std::string(value);
  for (const Attribute attribute : attributes_of(field)) {
    terms.push_back(attribute_term(attribute, resolved));
  }
}

/// All terms of the index that begin as `prefix` does.
std::vector<std::string> terms_with_prefix(const Index& index, const std::string& prefix) {
  std::set<std::string> terms;
  for (const Segment& segment : index.segments()) {
    segment.posting_file().for_each_term(prefix, [&](const std::string& term) {
      if (segment.deletions() != nullptr && segment.frequency(term) == 0) return true;
      terms.insert(term);
      if (terms.size() <= kMaxExpansions) return true;
      throw Error(ErrorKind::Query, "more than " + std::to_string(kMaxExpansions) +
                                        " values begin so; write more letters before the *");
    });
  }
  return {terms.begin(), terms.end()};
}

PlanNode any_of(Field field, const std::vector<std::string>& values) {
  std::vector<std::string> terms;
  for (const std::string& value : values) add_value_terms(field, value, terms);
  return filter_of(std::move(terms));
}

}  // namespace

PlanNode plan_attribute(const Index& index, const QueryNode& node) {
  std::vector<std::string> terms;
  if (node.kind == NodeKind::Prefix && !is_country(node.field)) {
    for (const Attribute attribute : attributes_of(node.field)) {
      for (std::string& term : terms_with_prefix(index, attribute_term(attribute, node.text))) {
        terms.push_back(std::move(term));
      }
    }
  } else {
    add_value_terms(node.field, node.text, terms);
  }
  return filter_of(std::move(terms));
}

PlanNode plan_filters(const std::vector<Filter>& filters) {
  PlanNode all;
  all.kind = PlanNode::Kind::And;
  for (const Filter& filter : filters) {
    if (!filter.any_of.empty()) all.children.push_back(any_of(filter.field, filter.any_of));
    if (filter.none_of.empty()) continue;
    PlanNode none;
    none.kind = PlanNode::Kind::Not;
    none.children.push_back(any_of(filter.field, filter.none_of));
    all.children.push_back(std::move(none));
  }
  if (all.children.empty()) return {};
  return all;
}

}  // namespace news
