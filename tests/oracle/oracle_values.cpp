// Fields that are compared as whole values.
#include <algorithm>

#include "common/analysis/word_forms.h"
#include "common/article/countries.h"
#include "tests/oracle/oracle.h"

namespace news::test {
namespace {

std::string host_of(const std::string& url) {
  const std::size_t scheme = url.find("://");
  if (scheme == std::string::npos) return {};
  const std::string rest = url.substr(scheme + 3);
  return rest.substr(0, rest.find_first_of("/:?#"));
}

std::string without_www(const std::string& label) {
  return label.rfind("www.", 0) == 0 ? label.substr(4) : label;
}

std::vector<std::string> values_of(const nlohmann::json& line, Field field) {
  const nlohmann::json& dateline = line.at("dateline");
  std::vector<std::string> values;
  switch (field) {
    case Field::AboutCountry: values = line.at("countries"); break;
    case Field::DatelineCountry: values = {text_of(dateline, "country")}; break;
    case Field::Country:
      values = line.at("countries");
      values.push_back(text_of(dateline, "country"));
      break;
    case Field::Place: values = {text_of(dateline, "place")}; break;
    case Field::Source: values = {text_of(line, "source"), host_of(text_of(line, "url"))}; break;
    case Field::Agency: values = {text_of(line, "agency")}; break;
    case Field::Author: values = line.at("authors"); break;
    case Field::Section: values = {text_of(line, "section")}; break;
    case Field::Keyword: values = line.at("keywords"); break;
    default: values = {text_of(line, "language")};
  }
  values.erase(std::remove(values.begin(), values.end(), ""), values.end());
  return values;
}

bool is_country(Field field) {
  return field == Field::Country || field == Field::AboutCountry || field == Field::DatelineCountry;
}

}  // namespace

bool Oracle::has_value(const OracleArticle& article, Field field, const std::string& value,
                       bool prefix) const {
  const auto label = [&](const std::string& text) {
    const std::string folded = fold_label(text);
    return field == Field::Source ? without_www(folded) : folded;
  };
  const std::string wanted = label(is_country(field) ? country_code(value).value() : value);
  for (const std::string& held : values_of(article.line, field)) {
    const std::string have = label(held);
    if (have == wanted || (prefix && have.rfind(wanted, 0) == 0)) return true;
  }
  return false;
}

}  // namespace news::test
