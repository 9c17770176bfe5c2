#include "indexer/reader/json_shapes.h"

#include <simdjson.h>

#include <unordered_map>

#include "common/base/text.h"

namespace news {
namespace {

using simdjson::dom::element;

const std::vector<ShapeField>& ninjs_fields() {
  static const std::vector<ShapeField> fields = {
      {Field::Id, "uri guid"},
      {Field::Url, ""},
      {Field::Headline, "headline title name slugline"},
      {Field::Summary, "description_text description_html description_xhtml"},
      {Field::Body, "body_text body_html body_xhtml"},
      {Field::Dateline, "located"},
      {Field::Countries, "place places"},
      {Field::Published,
       "firstcreated firstCreated contentcreated contentCreated versioncreated versionCreated"},
      {Field::Updated, "versioncreated versionCreated"},
      {Field::Authors, "byline by"},
      {Field::Agency, "infosource infoSources"},
      {Field::Source, "provider source infosource infoSources copyrightholder copyrightHolder"},
      {Field::Section, "service genre genres"},
      {Field::Keywords, "subject subjects"}};
  return fields;
}

std::string refuse_schema(const element&, const RawArticle&) { return "a JSON schema, no article"; }

/// Each shape has a bit of its own; a key sets the bits of the shapes that it marks.
struct Marks {
  std::unordered_map<std::string_view, std::vector<std::size_t>> shapes_of;
  std::vector<std::size_t> needed;  ///< marks a shape
};

Marks make_marks() {
  Marks marks;
  for (const JsonShape& shape : json_shapes()) {
    const auto keys = split(shape.marks, ' ');
    for (const std::string_view key : keys) marks.shapes_of[key].push_back(marks.needed.size());
    marks.needed.push_back(keys.size());
  }
  return marks;
}

}  // namespace

const std::vector<JsonShape>& json_shapes() {
  static const std::vector<JsonShape> shapes = {
      {"json-schema", "$schema $id", {}, nullptr, refuse_schema},
      {"trafilatura",
       "source-hostname text",
       {{Field::Id, "id fingerprint"},
        {Field::Url, "source url"},
        {Field::Summary, "excerpt description"},
        {Field::Body, "text"},
        {Field::Source, "source-hostname sitename hostname"},
        {Field::Published, "date"},
        {Field::Updated, ""},
        {Field::Keywords, "categories tags"}},
       nullptr,
       nullptr},
      // Its "summary" and "keywords" are picked out of the text by a program.
      {"newspaper",
       "canonical_link meta_description",
       {{Field::Url, "url canonical_link"},
        {Field::Summary, "meta_description"},
        {Field::Published, "publish_date"},
        {Field::Keywords, "meta_keywords tags"}},
       nullptr,
       nullptr},
      {"zyte",
       "articleBody datePublishedRaw",
       {{Field::Url, "url canonicalUrl"}, {Field::Keywords, "breadcrumbs"}},
       nullptr,
       nullptr},
      {"webz",
       "thread uuid",
       {{Field::Headline, "title thread.title_full thread.title"},
        {Field::Summary, ""},
        {Field::Published, "published thread.published"},
        {Field::Updated, "updated"},
        {Field::Source, "thread.site_full thread.site"},
        {Field::Countries, ""},
        {Field::Keywords, "thread.site_categories"}},
       nullptr,
       nullptr},
      {"wapo",
       "contents article_url",
       {{Field::Source, ""}, {Field::Summary, ""}, {Field::Published, "published_date"}},
       read_wapo,
       nullptr},
      // "seendate" is when GDELT met it.
      {"gdelt",
       "seendate domain",
       {{Field::Source, "domain"}, {Field::Published, ""}, {Field::Updated, ""}},
       nullptr,
       nullptr},
      // "date" is when the page was crawled.
      {"fineweb",
       "dump file_path text",
       {{Field::Headline, "title"},
        {Field::Published, ""},
        {Field::Updated, ""},
        {Field::Seen, "date"},
        {Field::Keywords, ""}},
       nullptr,
       nullptr},
      {"ninjs", "versioncreated", ninjs_fields(), read_ninjs, refuse_ninjs},
      {"ninjs", "uri versionCreated", ninjs_fields(), read_ninjs, refuse_ninjs},
      {"ninjs", "uri eventDetails", ninjs_fields(), read_ninjs, refuse_ninjs},
      {"ninjs", "uri $standard", ninjs_fields(), read_ninjs, refuse_ninjs},
      {"ninjs", "uri bodies", ninjs_fields(), read_ninjs, refuse_ninjs},
  };
  return shapes;
}

const JsonShape* find_json_shape(const element& object) {
  static const Marks marks = make_marks();
  simdjson::dom::object keys;
  if (object.get_object().get(keys) != simdjson::SUCCESS) return nullptr;
  std::size_t best = marks.needed.size();
  std::vector<std::size_t> seen;
  for (const auto [key, value] : keys) {
    const auto found = marks.shapes_of.find(key);
    if (found == marks.shapes_of.end()) continue;
    if (seen.empty()) seen.resize(marks.needed.size());
    for (const std::size_t shape : found->second) {
      if (++seen[shape] == marks.needed[shape] && shape < best) best = shape;
    }
  }
  return best == marks.needed.size() ? nullptr : &json_shapes()[best];
}

}  // namespace news
