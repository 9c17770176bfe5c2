#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "common/base/civil_time.h"

namespace news {

/// The parts of an article whose words are indexed, in the order in which the token stream holds
/// them. Other, what was stripped from its page, has a stream of its own.
enum class TextField : std::uint8_t { Headline, Summary, Dateline, Byline, Caption, Body, Other };
inline constexpr std::size_t kTextFieldCount = 7;

/// Words of stripped text are others than those of stories, however alike they look: this stands
/// before their spelling, folded form and stem, and no other word begins so. So they have numbers,
/// frequencies and terms of their own, and what looks for words of stories never meets them.
inline constexpr std::string_view kOtherMark = "XO";

/// A spelling or stem as it is in the text.
constexpr std::string_view without_mark(std::string_view word) {
  return word.starts_with(kOtherMark) ? word.substr(kOtherMark.size()) : word;
}

struct TextFieldInfo {
  TextField field;
  std::string_view name;    ///< in queries and answers
  std::string_view prefix;  ///< of terms that stand for a word in this field; "" if there are none
};

/// One row a field; the one table that indexing and searching read. A word of the body alone is
/// looked for in the token stream; a stem of stripped text has the prefix already.
inline constexpr std::array<TextFieldInfo, kTextFieldCount> kTextFields = {{
    {TextField::Headline, "headline", "S"},
    {TextField::Summary, "summary", "XSUM"},
    {TextField::Dateline, "dateline", "XDL"},
    {TextField::Byline, "byline", "A"},
    {TextField::Caption, "caption", "XCAP"},
    {TextField::Body, "body", ""},
    {TextField::Other, "other", kOtherMark},
}};

std::optional<TextField> text_field_from_name(std::string_view name);

/// Attributes of an article that are compared whole, as filters: terms and columns.
enum class Attribute : std::uint8_t {
  AboutCountry,
  DatelineCountry,
  PublisherCountry,
  Place,
  Agency,
  Source,
  Author,
  Section,
  Keyword,
  Language,
};
inline constexpr std::size_t kAttributeCount = 10;

struct AttributeInfo {
  Attribute attribute;
  std::string_view name;    ///< of the column, the facet and the filter
  std::string_view prefix;  ///< of its terms
};

inline constexpr std::array<AttributeInfo, kAttributeCount> kAttributes = {{
    {Attribute::AboutCountry, "country", "XCA"},
    {Attribute::DatelineCountry, "dateline-country", "XCD"},
    {Attribute::PublisherCountry, "publisher-country", "XCP"},
    {Attribute::Place, "place", "XPL"},
    {Attribute::Agency, "agency", "XAG"},
    {Attribute::Source, "source", "H"},
    {Attribute::Author, "author", "XAU"},
    {Attribute::Section, "section", "XSEC"},
    {Attribute::Keyword, "keyword", "K"},
    {Attribute::Language, "language", "L"},
}};

const AttributeInfo& info(Attribute attribute);
std::optional<Attribute> attribute_from_name(std::string_view name);

inline constexpr std::string_view kUndatedTerm = "XDN";
inline constexpr std::string_view kDoubtfulDateTerm = "XDU";

inline constexpr std::string_view kTerritoryPrefix = "XT";

/// Term of the articles whose stories name a territory, by whatever name. Its wdf is an impact, and
/// only scores use it.
std::string territory_term(std::string_view code);

/// Makes every term of an index: prefix and value, the value hashed when the term would be over
/// Xapian's 245 bytes. Values of attributes are folded labels or ISO codes in lower case, so the
/// upper-case letters of a prefix end where the value begins.
std::string make_term(std::string_view prefix, std::string_view value);

/// Term of an article's id, compared byte by byte.
std::string id_term(std::string_view id);

/// Term of the year, month or day (in UTC) that holds `seconds`: "Y2026", "M202602", "D20260204".
std::string date_term(UnixSeconds seconds, Precision precision);

}  // namespace news
