// Values, dates and lengths of made queries.
#include <algorithm>
#include <array>

#include "tests/oracle/query_maker.h"

namespace news::test {
namespace {

struct ValueField {
  const char* name;
  Field field;
};

constexpr std::array<ValueField, 9> kValueFields = {{{"country", Field::Country},
                                                     {"about-country", Field::AboutCountry},
                                                     {"dateline-country", Field::DatelineCountry},
                                                     {"place", Field::Place},
                                                     {"source", Field::Source},
                                                     {"agency", Field::Agency},
                                                     {"section", Field::Section},
                                                     {"keyword", Field::Keyword},
                                                     {"language", Field::Language}}};

std::string first_of(const nlohmann::json& list, std::size_t which) {
  return list.empty() ? std::string() : list[which % list.size()].get<std::string>();
}

/// A value that the article has in the field; "" for none.
std::string value_in(const nlohmann::json& line, Field field, std::size_t which) {
  switch (field) {
    case Field::Country:
    case Field::AboutCountry: return first_of(line.at("countries"), which);
    case Field::DatelineCountry: return text_of(line.at("dateline"), "country");
    case Field::Place: return text_of(line.at("dateline"), "place");
    case Field::Source: return text_of(line, "source");
    case Field::Agency: return text_of(line, "agency");
    case Field::Section: return text_of(line, "section");
    case Field::Keyword: return first_of(line.at("keywords"), which);
    case Field::Author: return first_of(line.at("authors"), which);
    default: return text_of(line, "language");
  }
}

bool has_quote(const std::string& text) {
  for (const char* quote : {"\"", "\u201c", "\u201d", "\u201e", "\u00ab", "\u00bb"}) {
    if (text.find(quote) != std::string::npos) return true;
  }
  return false;
}

}  // namespace

std::string QueryMaker::value() {
  while (true) {
    const ValueField& row = kValueFields[below(kValueFields.size())];
    const std::string value = value_in(some_article().line, row.field, below(8));
    if (value.empty() || has_quote(value)) continue;
    const std::string other = value_in(some_article().line, row.field, below(8));
    const std::string start = row.name + std::string(":");
    if (chance(80) || other.empty() || has_quote(other)) return start + "\"" + value + "\"";
    return start + "(\"" + value + "\" OR \"" + other + "\")";
  }
}

void QueryMaker::add_filters(MadeQuery& made) {
  for (std::size_t i = 0; i < 1 + below(3); ++i) {
    const std::size_t row = below(kValueFields.size() + 1);
    const Field field = row < kValueFields.size() ? kValueFields[row].field : Field::Author;
    const std::string value = value_in(some_article().line, field, below(8));
    if (value.empty() || field == Field::Keyword) continue;
    (chance(75) ? made.request.filters : made.request.excluded).emplace_back(field, value);
  }
}

std::string QueryMaker::length() {
  const std::size_t words = some_article().length;
  const std::string number = std::to_string(words);
  constexpr std::array<const char*, 5> kSigns = {"", ">", ">=", "<", "<="};
  if (chance(20)) return "length:" + number + ".." + std::to_string(words + below(200));
  return std::string("length:") + kSigns[below(kSigns.size())] + number;
}

std::string QueryMaker::date() {
  if (chance(8)) return chance(50) ? "date:none" : "date:doubtful";
  const auto point = [&] {
    std::string iso;
    while (iso.empty()) iso = text_of(some_article().line, "published");
    constexpr std::array<std::size_t, 4> kLengths = {4, 7, 10, 20};
    return iso.substr(0, kLengths[below(kLengths.size())]);
  };
  const std::string a = point();
  if (chance(60)) return "date:" + a;
  if (chance(20)) return "date:" + a + "..";
  if (chance(20)) return "date:.." + a;
  const std::string b = point();
  // A range has to end after it begins, in any zone.
  if (a.substr(0, 4) == b.substr(0, 4) && (a.size() == 4 || b.size() == 4)) return "date:" + a;
  if (a.substr(0, 10) == b.substr(0, 10)) return "date:" + a;
  if (a.size() == 7 || b.size() == 7) {
    if (a.substr(0, 7) == b.substr(0, 7)) return "date:" + a;
  }
  return "date:" + std::min(a, b) + ".." + std::max(a, b);
}

void QueryMaker::add_dates(MadeQuery& made) {
  const auto point = [&] {
    std::string iso;
    while (iso.empty()) iso = text_of(some_article().line, "published");
    constexpr std::array<std::size_t, 6> kLengths = {4, 7, 7, 10, 10, 20};
    return iso.substr(0, kLengths[below(kLengths.size())]);
  };
  switch (below(5)) {
    case 0: made.request.after = point(); break;
    case 1: made.request.before = point(); break;
    case 2: made.request.on = point(); break;
    case 3: made.request.on = point().substr(0, 7); break;
    default:
      made.request.after = point();
      made.request.before = point();
  }
}

}  // namespace news::test
