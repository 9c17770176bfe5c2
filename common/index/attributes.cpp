#include "common/index/attributes.h"

#include <algorithm>

#include "common/analysis/word_forms.h"

namespace news {
namespace {

std::vector<std::string> list_of(const std::string& value) {
  return value.empty() ? std::vector<std::string>() : std::vector<std::string>{value};
}

/// "www.example.com" of "https://www.example.com:80/a".
std::string_view host_of(std::string_view url) {
  const std::size_t scheme = url.find("://");
  if (scheme == std::string_view::npos) return {};
  url.remove_prefix(scheme + 3);
  return url.substr(0, url.find_first_of("/:?#"));
}

void add_date_terms(const DateStamp& date, std::vector<std::string>& terms) {
  if (!date.known()) {
    terms.emplace_back(kUndatedTerm);
    return;
  }
  // A month is not a day in it: only periods that hold the whole of what is known are named.
  terms.push_back(date_term(date.seconds, Precision::Year));
  if (date.precision >= Precision::Month) {
    terms.push_back(date_term(date.seconds, Precision::Month));
  }
  if (date.precision >= Precision::Day) terms.push_back(date_term(date.seconds, Precision::Day));
  if (date.doubtful) terms.emplace_back(kDoubtfulDateTerm);
}

}  // namespace

std::vector<std::string> attribute_labels(const Article& article, Attribute attribute) {
  switch (attribute) {
    case Attribute::AboutCountry: return article.countries;
    case Attribute::DatelineCountry: return list_of(article.dateline.country);
    case Attribute::PublisherCountry: return list_of(article.publisher_country);
    case Attribute::Place: return list_of(article.dateline.place);
    case Attribute::Agency: return list_of(article.agency);
    case Attribute::Source: return list_of(article.source);
    case Attribute::Author: return article.authors;
    case Attribute::Section: return list_of(article.section);
    case Attribute::Keyword: return article.keywords;
    case Attribute::Language: return list_of(article.language);
  }
  return {};
}

std::vector<std::string> date_guesses(const DateStamp& date) {
  constexpr std::string_view kZone = " zone:";
  const auto has = [](std::string_view text, std::string_view part) {
    return text.find(part) != std::string_view::npos;
  };
  std::vector<std::string> guesses;
  const std::string_view from = date.from;
  const std::size_t zone_at = std::min(from.find(kZone), from.size());
  const std::string_view order = from.substr(0, zone_at);
  const std::string_view zone = from.substr(zone_at);
  if (has(order, "dmy assumed")) guesses.emplace_back("day order assumed");
  if (has(order, "dmy by ") || has(order, "mdy by ")) guesses.emplace_back("day order by evidence");
  if (zone.substr(0, 11) == " zone:none,") guesses.emplace_back("zone assumed");
  if (has(zone, " by ")) guesses.emplace_back("zone by evidence");
  return guesses;
}

std::string attribute_term(Attribute attribute, std::string_view value) {
  std::string label = fold_label(value);
  if (attribute == Attribute::Source && label.starts_with("www.")) label.erase(0, 4);
  return make_term(info(attribute).prefix, label);
}

std::vector<std::string> filter_terms(const Article& article) {
  std::vector<std::string> terms = {id_term(article.id)};
  for (const AttributeInfo& row : kAttributes) {
    for (const std::string& label : attribute_labels(article, row.attribute)) {
      terms.push_back(attribute_term(row.attribute, label));
    }
  }
  if (const std::string_view host = host_of(article.url); !host.empty()) {
    terms.push_back(attribute_term(Attribute::Source, host));
  }
  add_date_terms(article.published, terms);
  std::sort(terms.begin(), terms.end());
  terms.erase(std::unique(terms.begin(), terms.end()), terms.end());
  return terms;
}

}  // namespace news
