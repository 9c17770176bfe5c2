#include "indexer/reader/html_metadata.h"

#include <algorithm>
#include <iterator>

#include "common/base/text.h"
#include "indexer/reader/fields.h"
#include "indexer/reader/html_headline.h"
#include "indexer/reader/json_ld.h"

namespace news {
namespace {

struct NameRow {
  std::string_view name;
  Field field;
};

// Meta elements, the best first for each field.
constexpr NameRow kMetas[] = {
    {"og:title", Field::Headline},
    {"twitter:title", Field::Headline},
    {"dc.title", Field::Headline},
    {"dcterms.title", Field::Headline},
    {"headline", Field::Headline},
    {"og:description", Field::Summary},
    {"description", Field::Summary},
    {"twitter:description", Field::Summary},
    {"dc.description", Field::Summary},
    {"article:published_time", Field::Published},
    {"og:article:published_time", Field::Published},
    {"og:published_time", Field::Published},
    {"article:published", Field::Published},
    {"datepublished", Field::Published},
    {"parsely-pub-date", Field::Published},
    {"sailthru.date", Field::Published},
    {"dc.date.issued", Field::Published},
    {"dcterms.issued", Field::Published},
    {"dcterms.created", Field::Published},
    {"dc.date.created", Field::Published},
    {"dcterms.date", Field::Published},
    {"dc.date", Field::Published},
    {"citation_publication_date", Field::Published},
    {"citation_online_date", Field::Published},
    {"publish-date", Field::Published},
    {"publish_date", Field::Published},
    {"publishdate", Field::Published},
    {"published_time", Field::Published},
    {"pubdate", Field::Published},
    {"published", Field::Published},
    {"publication_date", Field::Published},
    {"publicationdate", Field::Published},
    {"article_date_original", Field::Published},
    {"article.published", Field::Published},
    {"cxenseparse:recs:publishtime", Field::Published},
    {"cxenseparse:publishtime", Field::Published},
    {"rnews:datepublished", Field::Published},
    {"vr:published_time", Field::Published},
    {"bt:pubdate", Field::Published},
    {"article-publication-date", Field::Published},
    {"originalpublicationdate", Field::Published},
    {"last-published", Field::Published},
    {"date", Field::Published},
    {"article:modified_time", Field::Updated},
    {"og:updated_time", Field::Updated},
    {"datemodified", Field::Updated},
    {"lastmod", Field::Updated},
    {"last-modified", Field::Updated},
    {"dcterms.modified", Field::Updated},
    {"author", Field::Authors},
    {"article:author", Field::Authors},
    {"parsely-author", Field::Authors},
    {"sailthru.author", Field::Authors},
    {"dc.creator", Field::Authors},
    {"byl", Field::Authors},
    {"og:site_name", Field::Source},
    {"application-name", Field::Source},
    {"article:section", Field::Section},
    {"parsely-section", Field::Section},
    {"section", Field::Section},
    {"news_keywords", Field::Keywords},
    {"article:tag", Field::Keywords},
    {"keywords", Field::Keywords},
    {"parsely-tags", Field::Keywords},
    {"og:url", Field::Url},
    {"og:locale", Field::Language},
    {"content-language", Field::Language},
};

constexpr NameRow kItems[] = {
    {"headline", Field::Headline},    {"datepublished", Field::Published},
    {"datemodified", Field::Updated}, {"author", Field::Authors},
    {"description", Field::Summary},  {"articlesection", Field::Section},
    {"inlanguage", Field::Language},  {"keywords", Field::Keywords},
};

bool is_address(std::string_view value) {
  return value.substr(0, 4) == "http" || value.substr(0, 2) == "//" || value.substr(0, 1) == "/";
}

std::string_view name_of(Field field) { return all_fields()[static_cast<std::size_t>(field)].name; }

bool is_several(Field field) { return field == Field::Authors || field == Field::Keywords; }

/// Fills each field from the first row of `rows` that any property has.
template <std::size_t N>
RawArticle read_properties(const std::vector<HtmlPage::Property>& properties,
                           const NameRow (&rows)[N], std::string_view kind) {
  RawArticle raw;
  std::vector<Field> filled;
  for (const NameRow& row : rows) {
    if (std::find(filled.begin(), filled.end(), row.field) != filled.end()) continue;
    const std::string key = std::string(kind) + " " + std::string(row.name);
    bool any = false;
    for (const HtmlPage::Property& property : properties) {
      if (property.name != row.name || (any && !is_several(row.field))) continue;
      if (row.field == Field::Authors && is_address(property.value)) continue;
      const bool is_set = is_several(row.field)
                              ? set_list_field(raw, row.field, property.value, key)
                              : set_field(raw, row.field, property.value, key);
      if (is_set && !any) raw.origins.push_back({std::string(name_of(row.field)), key});
      any = any || is_set;
    }
    if (any) filled.push_back(row.field);
  }
  return raw;
}

/// What neither JSON nor meta elements say.
RawArticle read_markup(const HtmlPage& page) {
  RawArticle raw;
  const auto put = [&](Field field, const std::string& value, const char* key) {
    if (set_field(raw, field, value, key))
      raw.origins.push_back({std::string(name_of(field)), key});
  };
  put(Field::Published, page.time, "time datetime");
  for (const std::string& author : page.authors) put(Field::Authors, author, "link rel=author");
  return raw;
}

/// The text or the list that a field is kept in; the other one is null.
struct Place {
  std::string* text = nullptr;
  std::vector<std::string>* list = nullptr;
};

Place place_of(RawArticle& raw, Field field) {
  Article& article = raw.article;
  switch (field) {
    case Field::Url:
      return {&article.url, nullptr};
    case Field::Headline:
      return {&article.headline, nullptr};
    case Field::Summary:
      return {&article.summary, nullptr};
    case Field::Body:
      return {&article.body, nullptr};
    case Field::Dateline:
      return {&raw.dateline_text, nullptr};
    case Field::Published:
      return {&raw.published_text, nullptr};
    case Field::Updated:
      return {&raw.updated_text, nullptr};
    case Field::Source:
      return {&article.source, nullptr};
    case Field::Section:
      return {&article.section, nullptr};
    case Field::Language:
      return {&article.language, nullptr};
    case Field::Authors:
      return {nullptr, &article.authors};
    case Field::Keywords:
      return {nullptr, &article.keywords};
    default:
      return {};
  }
}

/// The field of `from` goes to `into`, if that has none yet.
void take(RawArticle& into, RawArticle& from, Field field) {
  const Place to = place_of(into, field);
  const Place place = place_of(from, field);
  if (to.text != nullptr) {
    if (!to.text->empty() || place.text->empty()) return;
    *to.text = std::move(*place.text);
  } else if (to.list != nullptr) {
    if (!to.list->empty() || place.list->empty()) return;
    *to.list = std::move(*place.list);
  } else {
    return;
  }
  if (field == Field::Published) into.published_key = from.published_key;
  if (field == Field::Updated) into.updated_key = from.updated_key;
  for (FieldOrigin& origin : from.origins) {
    if (origin.field == name_of(field)) into.origins.push_back(origin);
  }
}

void set_headline(RawArticle& raw, const HtmlPage& page, HeadlineClaims claims) {
  claims.shared = raw.article.headline;
  claims.source = raw.article.source;
  ChosenHeadline chosen = choose_headline(page, claims);
  raw.article.headline = std::move(chosen.text);
  if (chosen.from.empty()) return;
  const std::string_view name = name_of(Field::Headline);
  const auto is_headline = [name](const FieldOrigin& origin) { return origin.field == name; };
  raw.origins.erase(std::remove_if(raw.origins.begin(), raw.origins.end(), is_headline),
                    raw.origins.end());
  raw.origins.push_back({std::string(name), std::move(chosen.from)});
}

}  // namespace

RawArticle read_html_metadata(const HtmlPage& page) {
  JsonLdArticle declared = read_json_ld(page.json_ld);
  RawArticle& json = declared.raw;
  RawArticle items = read_properties(page.items, kItems, "itemprop");
  RawArticle metas = read_properties(page.metas, kMetas, "meta");
  RawArticle markup = read_markup(page);
  RawArticle raw;
  set_field(raw, Field::Url, page.canonical, "canonical");
  set_field(raw, Field::Language, page.language, "html lang");
  take(raw, metas, Field::Url);
  HeadlineClaims claims{"", json.article.headline, declared.alternative_headline, ""};
  // The JSON's headline may be any program's; og:title is written for readers.
  take(raw, metas, Field::Headline);
  for (RawArticle* from : {&json, &items, &metas, &markup}) {
    for (const FieldNames& row : all_fields()) take(raw, *from, row.field);
  }
  set_headline(raw, page, std::move(claims));
  return raw;
}

}  // namespace news
