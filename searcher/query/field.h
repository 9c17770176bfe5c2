#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace news {

/// A part or property of an article that a query can name: `headline:word`.
enum class Field : std::uint8_t {
  Any,  ///< no field named: all the text of the article
  Headline,
  Summary,
  Dateline,
  Byline,
  Caption,
  Lead,
  Author,
  Country,
  AboutCountry,
  DatelineCountry,
  Place,
  Source,
  Agency,
  Section,
  Keyword,
  Language,
  Date,
  Length,
  Other,  ///< what was stripped from the article's page; named by a zone only
};

/// What the values of a field are, and so which operators make sense in it.
enum class FieldKind : std::uint8_t {
  Text,     ///< running words: every operator
  Name,     ///< a whole value such as a source: words, phrases, prefixes and AND, OR, NOT
  Country,  ///< as Name, by ISO code or English name
  Date,     ///< date expressions
  Number,   ///< 500, >500, >=500, <500, <=500, 100..500
};

/// One row of the field table.
struct FieldInfo {
  Field field;
  std::string_view name;  ///< as written before the colon
  FieldKind kind;
  std::string_view help;
};

/// All fields that a query can name: parser, messages and documents read this one table.
inline constexpr std::array<FieldInfo, 18> kFields = {{
    {Field::Headline, "headline", FieldKind::Text, "the headline"},
    {Field::Summary, "summary", FieldKind::Text, "the summary or standfirst"},
    {Field::Dateline, "dateline", FieldKind::Text, "the dateline: LIMA, Feb 4 (Reuters)"},
    {Field::Byline, "byline", FieldKind::Text, "the line that says who wrote it"},
    {Field::Caption, "caption", FieldKind::Text, "captions of pictures"},
    {Field::Lead, "lead", FieldKind::Text, "the first paragraph, 60 words at most"},
    {Field::Author, "author", FieldKind::Text, "names of the authors"},
    {Field::Country, "country", FieldKind::Country, "country it is about or was written in"},
    {Field::AboutCountry, "about-country", FieldKind::Country, "country it is about"},
    {Field::DatelineCountry, "dateline-country", FieldKind::Country, "country of the dateline"},
    {Field::Place, "place", FieldKind::Name, "place of the dateline: lima"},
    {Field::Source, "source", FieldKind::Name, "outlet or host that published it"},
    {Field::Agency, "agency", FieldKind::Name, "wire service that wrote it"},
    {Field::Section, "section", FieldKind::Name, "section of the outlet"},
    {Field::Keyword, "keyword", FieldKind::Name, "keyword or tag given by the outlet"},
    {Field::Language, "language", FieldKind::Name, "language code: en"},
    {Field::Date, "date", FieldKind::Date, "day, month, year or range of publication"},
    {Field::Length, "length", FieldKind::Number, "number of words"},
}};

/// What was stripped has no name before a colon: it is no part of an article.
inline constexpr FieldInfo kOtherZone = {Field::Other, "zone:other", FieldKind::Text,
                                         "what was stripped from the page"};

/// The row of a field; for `Field::Any` nullptr.
const FieldInfo* find_field(Field field);
/// The row of a name in any case; nullptr if there is no such field.
const FieldInfo* find_field(std::string_view name);
/// The row of what `zone:NAME` names, in any case: a part of the page whose words are one field, or
/// "other". nullptr if there is no such zone.
const FieldInfo* find_zone(std::string_view name);
/// The names of all zones, for messages: "headline, summary, ... and other".
std::string zone_names();
/// The zone that somebody who wrote `name` may have meant; "" if nothing comes to mind.
std::string_view suggest_zone(std::string_view name);
/// The name of a field, "" for Any.
std::string_view field_name(Field field);
/// What somebody who wrote `name` may have meant: a near name, or the one used here for the same
/// thing ("title": "headline"). "" if nothing comes to mind.
std::string_view suggest_field(std::string_view name);

}  // namespace news
