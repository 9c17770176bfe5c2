#include "indexer/reader/fields.h"

#include <algorithm>

#include "common/base/error.h"
#include "common/base/text.h"
#include "indexer/reader/text_repair.h"

namespace news {
namespace {

bool is_address(std::string_view value) {
  return value.substr(0, 7) == "http://" || value.substr(0, 8) == "https://";
}

void add_once(std::vector<std::string>& list, std::string value) {
  if (std::find(list.begin(), list.end(), value) == list.end()) list.push_back(std::move(value));
}

/// "By Jane Doe" -> "Jane Doe", "Von Jana Roe" as well, but not "Von der Berg".
std::string without_by(std::string name) {
  if (name.size() > 3 && equals_ignoring_case(std::string_view(name).substr(0, 3), "by ")) {
    name.erase(0, 3);
  }
  for (const std::string_view by : {"Von ", "Par ", "Por ", "Di ", "Door ", "Av ", "Af "}) {
    const bool has_first_name = std::count(name.begin(), name.end(), ' ') > 1;
    if (!has_first_name || !name.starts_with(by) || !is_ascii_upper(name[by.size()])) continue;
    name.erase(0, by.size());
    break;
  }
  return name;
}

/// "gr/bp": initials of those who sent a story, no name.
bool is_initials(std::string_view name) {
  return name.size() <= 8 && name.find('/') != std::string_view::npos &&
         std::all_of(name.begin(), name.end(),
                     [](char c) { return is_ascii_lower(c) || c == '/'; });
}

std::string* single_text(RawArticle& raw, Field field) {
  switch (field) {
    case Field::Id:
      return &raw.article.id;
    case Field::Url:
      return &raw.article.url;
    case Field::Headline:
      return &raw.article.headline;
    case Field::Summary:
      return &raw.article.summary;
    case Field::Agency:
      return &raw.article.agency;
    case Field::Section:
      return &raw.article.section;
    case Field::PublisherCountry:
      return &raw.publisher_country_text;
    default:
      return nullptr;
  }
}

/// "en-US" -> "en"; a name such as "English" stays for cleaning to know.
std::string primary_tag(std::string_view language) {
  const std::string lower = ascii_lower(language);
  const std::size_t end = lower.find_first_of("-_");
  return end == 2 || end == 3 ? lower.substr(0, end) : lower;
}

}  // namespace

const std::vector<FieldNames>& all_fields() {
  static const std::vector<FieldNames> fields = {
      {Field::Id, "id", "id _id guid uuid uri @id article_id doc_id docid docno dId"},
      {Field::Url, "url",
       "url link canonical_url canonicalUrl canonical_link article_url web_url webUrl permalink "
       "source_url mainEntityOfPage thread.url"},
      {Field::Headline, "headline",
       "headline title webTitle title_full title_rss title_page thread.title_full"},
      {Field::Summary, "summary",
       "summary description excerpt abstract subtitle sub_title standfirst trailText "
       "meta_description description_text"},
      {Field::Body, "body",
       "body text maintext articleBody article_body body_text bodyText content article full_text "
       "fulltext paragraphs"},
      {Field::Dateline, "dateline", "dateline location located"},
      {Field::Countries, "countries", "countries country"},
      {Field::Published, "published",
       "published date_publish datePublished publish_date published_at publishedAt published_date "
       "publication_date date_published pub_date pubDate pubdate firstPublished firstcreated "
       "firstCreated webPublicationDate first_publication_date published_on date "
       "thread.published"},
      {Field::Updated, "updated",
       "updated date_modify dateModified modified_date date_modified modified updated_at updatedAt "
       "last_modified versioncreated versionCreated"},
      {Field::Authors, "authors", "authors author byline by creator"},
      {Field::Agency, "agency", "agency news_agency infosource"},
      {Field::Source, "source",
       "source publication outlet publisher sitename site_name source_domain source-hostname "
       "meta_site_name hostname domain provider thread.site_full"},
      {Field::PublisherCountry, "publisher_country",
       "publisher_country sourcecountry source_country thread.country"},
      {Field::Section, "section",
       "section category articleSection section_title sectionName desk thread.section_title"},
      {Field::Keywords, "keywords",
       "keywords tags news_keywords categories topics subjects meta_keywords"},
      {Field::Language, "language", "language lang inLanguage meta_lang"},
      {Field::Captions, "captions", "captions caption image_caption"},
      {Field::Seen, "seen",
       "seen date_download date_crawled crawled_at crawled fetched_at filedate seendate"},
  };
  return fields;
}

std::optional<Field> find_field(std::string_view name) {
  if (name == "author") return Field::Authors;
  if (name == "country") return Field::Countries;
  for (const FieldNames& field : all_fields()) {
    if (field.name == name) return field.field;
  }
  return std::nullopt;
}

void check_mapping(const std::vector<FieldMapping>& mapping) {
  for (const FieldMapping& entry : mapping) {
    if (!find_field(entry.field)) {
      std::vector<std::string_view> names;
      for (const FieldNames& field : all_fields()) names.push_back(field.name);
      std::string message = "unknown field '" + entry.field + "' in --map";
      const std::string_view nearest = nearest_name(entry.field, names);
      if (!nearest.empty()) message += "; did you mean '" + std::string(nearest) + "'?";
      throw Error(ErrorKind::Usage, message);
    }
    if (entry.key.empty()) {
      throw Error(ErrorKind::Usage, "--map " + entry.field + "= needs a key, such as " +
                                        entry.field + "=meta." + entry.field);
    }
  }
}

bool is_absent(std::string_view value) {
  value = trim(value);
  for (const std::string_view nothing : {"", "None", "null", "NULL", "NaN", "nan", "N/A"}) {
    if (value == nothing) return true;
  }
  return false;
}

bool is_withdrawn(std::string_view status) {
  return status == "canceled" || status == "cancelled" || status == "withheld";
}

bool set_field(RawArticle& raw, Field field, std::string_view value, std::string_view key) {
  if (is_absent(value)) return false;
  std::string text = clean_text(trim(value));
  if (field == Field::Source && is_address(text)) {
    // trafilatura's "source" is the address of the page.
    if (raw.article.url.empty()) raw.article.url = std::move(text);
    return false;
  }
  if (field == Field::Headline || field == Field::Section) text = collapse_spaces(text);
  if (std::string* single = single_text(raw, field)) {
    *single = std::move(text);
    return true;
  }
  switch (field) {
    case Field::Body:
      raw.article.body = std::move(text);
      break;
    case Field::Source:
      raw.article.source = collapse_spaces(text);
      break;
    case Field::Dateline:
      raw.dateline_text = std::move(text);
      break;
    case Field::Language:
      raw.article.language = primary_tag(text);
      break;
    case Field::Authors:
      if (is_initials(text)) return false;
      add_once(raw.article.authors, without_by(collapse_spaces(text)));
      break;
    case Field::Countries:
      add_once(raw.country_texts, collapse_spaces(text));
      break;
    case Field::Keywords:
      add_once(raw.article.keywords, collapse_spaces(text));
      break;
    case Field::Captions:
      add_once(raw.article.captions, std::move(text));
      break;
    case Field::Published:
      raw.published_text = std::move(text);
      raw.published_key = key;
      break;
    case Field::Seen:
      raw.seen_text = std::move(text);
      break;
    case Field::Updated:
      raw.updated_text = std::move(text);
      raw.updated_key = key;
      break;
    default:
      return false;
  }
  return true;
}

bool set_list_field(RawArticle& raw, Field field, std::string_view values, std::string_view key) {
  if (field == Field::Captions) return set_field(raw, field, values, key);
  // A comma stands inside a name as well ("Doe, Jane"), so people are divided by it never.
  char separator = ';';
  if (values.find(';') == std::string_view::npos && field != Field::Authors) separator = ',';
  bool any = false;
  for (const std::string_view value : split(values, separator)) {
    any = set_field(raw, field, value, key) || any;
  }
  return any;
}

}  // namespace news
