#include "searcher/output/hit_fields.h"

#include "common/base/error.h"
#include "common/base/text.h"

namespace news {
namespace {

FieldValue text(const std::string& value) {
  return value.empty() ? FieldValue() : FieldValue(value);
}

/// What --fields can add: too long, or of interest to few.
const std::vector<HitField>& more_hit_fields() {
  static const std::vector<HitField> kFields = {
      {"body", [](const Hit& h) { return text(h.article.body); }},
      {"other", [](const Hit& h) { return text(h.article.other); }},
      {"captions", [](const Hit& h) { return FieldValue(h.article.captions); }},
      {"keywords", [](const Hit& h) { return FieldValue(h.article.keywords); }},
      {"publisher_country", [](const Hit& h) { return text(h.article.publisher_country); }},
      {"published_from", [](const Hit& h) { return text(h.article.published.from); }},
      {"published_doubtful", [](const Hit& h) { return FieldValue(h.article.published.doubtful); }},
      {"record", [](const Hit& h) { return text(h.article.record); }},
      {"format", [](const Hit& h) { return text(h.article.format); }},
      {"explanation", [](const Hit& h) { return text(h.explanation); }},
  };
  return kFields;
}

const HitField* find_hit_field(std::string_view name) {
  for (const auto* fields : {&standard_hit_fields(), &more_hit_fields()}) {
    for (const HitField& field : *fields) {
      if (field.name == name) return &field;
    }
  }
  return nullptr;
}

std::vector<std::string_view> all_names() {
  std::vector<std::string_view> names;
  for (const auto* fields : {&standard_hit_fields(), &more_hit_fields()}) {
    for (const HitField& field : *fields) names.push_back(field.name);
  }
  return names;
}

}  // namespace

const std::vector<HitField>& standard_hit_fields() {
  static const std::vector<HitField> kFields = {
      {"rank", [](const Hit& h) { return FieldValue(h.rank); }},
      {"score", [](const Hit& h) { return FieldValue(h.score); }},
      {"id", [](const Hit& h) { return FieldValue(h.article.id); }},
      {"headline", [](const Hit& h) { return text(h.article.headline); }},
      {"summary", [](const Hit& h) { return text(h.article.summary); }},
      {"dateline", [](const Hit& h) { return FieldValue(h.article.dateline); }},
      {"countries", [](const Hit& h) { return FieldValue(h.article.countries); }},
      {"published", [](const Hit& h) { return text(h.article.published.to_iso8601()); }},
      {"published_precision",
       [](const Hit& h) {
         return text(std::string(precision_name(h.article.published.precision)));
       }},
      {"updated", [](const Hit& h) { return text(h.article.updated.to_iso8601()); }},
      {"source", [](const Hit& h) { return text(h.article.source); }},
      {"agency", [](const Hit& h) { return text(h.article.agency); }},
      {"authors", [](const Hit& h) { return FieldValue(h.article.authors); }},
      {"section", [](const Hit& h) { return text(h.article.section); }},
      {"language", [](const Hit& h) { return text(h.article.language); }},
      {"url", [](const Hit& h) { return text(h.article.url); }},
      {"source_path", [](const Hit& h) { return text(h.article.source_path); }},
      {"snippets", [](const Hit& h) { return FieldValue(h.snippets); }},
      {"headline_highlights", [](const Hit& h) { return FieldValue(h.headline_highlights); }},
      {"copies", [](const Hit& h) { return FieldValue(h.copies); }},
      {"copies_folded", [](const Hit& h) { return FieldValue(h.copies_folded); }},
  };
  return kFields;
}

std::vector<HitField> parse_hit_fields(std::string_view list) {
  std::vector<HitField> fields;
  for (const std::string_view part : split(list, ',')) {
    const std::string_view name = trim(part);
    const HitField* field = find_hit_field(name);
    if (field == nullptr) {
      const std::string_view near = nearest_name(name, all_names());
      throw Error(ErrorKind::Usage,
                  "unknown field '" + std::string(name) + "' in --fields; " +
                      (near.empty() ? "the fields are " + hit_field_names()
                                    : "did you mean '" + std::string(near) + "'?"));
    }
    fields.push_back(*field);
  }
  return fields;
}

std::string hit_field_names() {
  std::string out;
  for (const std::string_view name : all_names()) {
    if (!out.empty()) out += ", ";
    out += name;
  }
  return out;
}

}  // namespace news
