#include "indexer/reader/html_metadata.h"

#include <algorithm>
#include <iterator>

#include "common/base/text.h"
#include "indexer/reader/fields.h"
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

constexpr std::size_t kShortestTitle = 12;
constexpr std::string_view kSeparators[] = {" | ",      " - ",    " \u2013 ", " \u2014 ",
                                            " :: ",     " * ",    "|",        "\uff5c",
                                            " \u2022 ", "\uff1a", " \u00b7 "};

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

/// Letters and digits: what has to be the same in two forms of a title.
std::string letters_of(std::string_view text) {
  std::string out;
  for (const char c : ascii_lower(text)) {
    if (is_ascii_alnum(c) || static_cast<unsigned char>(c) >= 0x80) out += c;
  }
  return out;
}

/// True when `longer` is `title`, a separator and something else: "Port reopens | Example".
bool has_suffix(std::string_view longer, std::string_view title) {
  if (title.size() < kShortestTitle || longer.size() <= title.size() ||
      longer.substr(0, title.size()) != title) {
    return false;
  }
  const std::string_view rest = longer.substr(title.size());
  return std::any_of(std::begin(kSeparators), std::end(kSeparators),
                     [rest](std::string_view mark) { return rest.substr(0, mark.size()) == mark; });
}

/// The title without the outlet's name behind it: told by the page's other titles or by that name.
std::string without_site(const std::string& title, const std::string& site,
                         const std::vector<std::string>& others) {
  for (const std::string& other : others) {
    if (has_suffix(title, other)) return other;
  }
  for (const std::string_view mark : kSeparators) {
    const std::size_t at = title.rfind(mark);
    if (at == title.npos || at == 0) continue;
    const std::string name = letters_of(std::string_view(title).substr(at + mark.size()));
    if (!name.empty() && name == letters_of(site)) {
      return std::string(trim(std::string_view(title).substr(0, at)));
    }
  }
  return title;
}

/// The headline as editors gave it to the page's metadata; without one, as the page shows it.
/// `json` is that of JSON-LD.
void choose_headline(RawArticle& raw, const HtmlPage& page, const std::string& json) {
  std::string& headline = raw.article.headline;
  const auto use = [&](const std::string& text, const char* from) {
    headline = text;
    raw.origins.push_back({std::string(name_of(Field::Headline)), from});
  };
  if (headline.empty() && !page.titles.empty()) use(page.titles.front(), "h1");
  if (headline.empty() && !page.title.empty()) use(page.title, "title");
  std::vector<std::string> others = page.titles;
  if (!json.empty()) others.push_back(json);
  headline = without_site(headline, raw.article.source, others);
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

}  // namespace

RawArticle read_html_metadata(const HtmlPage& page) {
  RawArticle json = read_json_ld(page.json_ld).raw;
  RawArticle items = read_properties(page.items, kItems, "itemprop");
  RawArticle metas = read_properties(page.metas, kMetas, "meta");
  RawArticle markup = read_markup(page);
  RawArticle raw;
  set_field(raw, Field::Url, page.canonical, "canonical");
  set_field(raw, Field::Language, page.language, "html lang");
  take(raw, metas, Field::Url);
  const std::string headline = json.article.headline;
  // The JSON's headline may be any program's; og:title is written for readers.
  take(raw, metas, Field::Headline);
  for (RawArticle* from : {&json, &items, &metas, &markup}) {
    for (const FieldNames& row : all_fields()) take(raw, *from, row.field);
  }
  choose_headline(raw, page, headline);
  return raw;
}

}  // namespace news
