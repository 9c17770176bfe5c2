#include "indexer/clean/credit.h"

#include <algorithm>
#include <vector>

#include "common/base/text.h"
#include "indexer/clean/letter_case.h"
#include "indexer/clean/news_agency.h"
#include "indexer/clean/phrase_set.h"

namespace news {
namespace {

constexpr std::size_t kLongestCredit = 500;

bool starts_with_any(std::string_view text, std::initializer_list<std::string_view> openings) {
  return std::any_of(openings.begin(), openings.end(), [&](std::string_view opening) {
    return text.substr(0, opening.size()) == opening;
  });
}

bool contains_any(std::string_view text, std::initializer_list<std::string_view> phrases) {
  return std::any_of(phrases.begin(), phrases.end(), [&](std::string_view phrase) {
    return text.find(phrase) != std::string_view::npos;
  });
}

std::string_view without_brackets(std::string_view text) {
  while (!text.empty() && std::string_view("([*/=").find(text.front()) != text.npos) {
    text.remove_prefix(1);
  }
  while (!text.empty() && std::string_view(")].*/").find(text.back()) != text.npos) {
    text.remove_suffix(1);
  }
  return trim(text);
}

/// The one wire service that a list of names holds; "" for none or several.
std::string one_agency(std::string_view names) {
  std::string found;
  for (std::size_t i = 0; i < names.size();) {
    std::size_t end = names.find_first_of(",/;&", i);
    if (end == std::string_view::npos) end = names.size();
    std::string_view name = trim(names.substr(i, end - i));
    const std::size_t joined = name.find(" and ");
    if (joined != std::string_view::npos) return {};
    const std::string_view agency = agency_name(without_brackets(name));
    if (!agency.empty() && !found.empty() && found != agency) return {};
    if (!agency.empty()) found = agency;
    i = end + 1;
  }
  return found;
}

/// "--IANS", "Reuter", "REUTER...", "PTI ABC XYZ", "dpa"; agency codes in capitals may follow.
Credit read_signature(std::string_view text) {
  std::string_view name = trim(text);
  const bool has_dash = starts_with_any(name, {"-", "\u2013", "\u2014"});
  while (!name.empty() && starts_with_any(name, {"-", "\u2013", "\u2014"})) {
    name.remove_prefix(name[0] == '-' ? 1 : 3);
  }
  name = without_brackets(trim(name));
  const std::size_t blank = name.find(' ');
  const std::string_view first = name.substr(0, blank);
  const std::string_view rest = blank == std::string_view::npos ? "" : name.substr(blank);
  const std::string_view agency = agency_name(blank == std::string_view::npos ? name : first);
  if (agency.empty()) {
    const std::string_view whole = agency_name(name);
    return {!whole.empty(), std::string(whole)};
  }
  const bool has_codes = std::all_of(rest.begin(), rest.end(), [&](char c) {
    return is_ascii_upper(c) || c == ' ' || c == '/' || (has_dash && is_ascii_lower(c));
  });
  if (!has_codes) return {};
  return {true, std::string(agency)};
}

/// "hh/ph/ts/hd": the initials of those who wrote and sent a story.
bool is_initials_of_writers(std::string_view text) {
  if (text.size() > 20) return false;
  const auto parts = split(text, '/');
  return parts.size() > 1 && std::all_of(parts.begin(), parts.end(), [](std::string_view part) {
           return !part.empty() && part.size() <= 4 &&
                  std::all_of(part.begin(), part.end(), is_ascii_lower);
         });
}

/// The names between commas, with days and initials among them: "APA, dpa, 1.2.2016", "red, AFP".
Credit read_name_list(std::string_view list) {
  bool knows_one = false;
  for (const std::string_view raw : split(list, ',')) {
    const std::string_view name = trim(raw);
    const bool is_agency = !agency_name(name).empty();
    const bool is_mark =
        name.size() <= 10 && std::none_of(name.begin(), name.end(), is_ascii_space);
    if (!is_agency && !is_mark) return {};
    knows_one = knows_one || is_agency;
  }
  if (!knows_one) return {};
  return {true, one_agency(list)};
}

}  // namespace

Credit take_credit_off_end(std::string& paragraph) {
  std::string_view text = trim(paragraph);
  if (!text.empty() && text.back() == '.') text.remove_suffix(1);
  const char close = text.empty() ? '\0' : text.back();
  if (close != ')' && close != '/') return {};
  const std::size_t open = text.substr(0, text.size() - 1).rfind(close == ')' ? '(' : '/');
  if (open == std::string_view::npos || open == 0 || !is_ascii_space(text[open - 1])) return {};
  const std::string_view inside = text.substr(open + 1, text.size() - open - 2);
  Credit credit = inside.size() <= 60 ? read_name_list(inside) : Credit{};
  if (!credit.is_credit && close == ')') credit = read_credit(text.substr(open));
  if (credit.is_credit) paragraph.resize(trim(text.substr(0, open)).size());
  return credit;
}

Credit read_credit(std::string_view paragraph) {
  paragraph = trim(paragraph);
  if (paragraph.empty() || paragraph.size() > kLongestCredit) return {};
  if (paragraph.size() <= 40) {
    if (Credit signature = read_signature(paragraph); signature.is_credit) return signature;
  }
  if (is_initials_of_writers(paragraph) || starts_with_any(paragraph, {"\u00a9"}))
    return {true, {}};
  const std::string low = ascii_lower(without_brackets(paragraph));
  if (starts_with_any(
          low, {"with inputs from ", "with agency inputs", "with input from ", "with files from ",
                "inputs from ", "with reporting from ", "with reporting by ",
                "with additional reporting", "mit material von", "avec ", "con informacion de",
                "con información de", "com informações"}) &&
      (paragraph.front() == '(' || paragraph.size() < 120)) {
    if (starts_with_any(low, {"avec "}) && !contains_any(low, {"afp", "reuters"})) return {};
    const std::size_t names = low.find("from ");
    if (names == std::string::npos) return {true, {}};
    // "agencies" is no name, and several names are no certainty.
    return {true, one_agency(without_brackets(paragraph).substr(names + 5))};
  }
  static const PhraseSet kNotes(
      {"has not been edited by", "have not been edited by", "syndicated feed",
       "auto-generated from", "only the headline and picture of this report",
       "published from a wire agency", "published from an agency feed",
       "except for the headline, this story", "this story is published as part of",
       "generated by a computer"},
      PhraseSet::Case::AsciiIgnored);
  if (kNotes.is_in(paragraph)) {
    return {true, {}};
  }
  if (starts_with_any(low, {"reporting by ", "additional reporting by", "writing by ",
                            "(reporting by", "edited by ", "editing by "})) {
    return {true, {}};
  }
  return {};
}

}  // namespace news
