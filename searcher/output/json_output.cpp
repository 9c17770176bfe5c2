#include "searcher/output/json_output.h"

#include <nlohmann/json.hpp>

#include "common/base/terminal_text.h"

namespace news {
namespace {

using Json = nlohmann::ordered_json;

Json text_or_null(const std::string& text) { return text.empty() ? Json() : Json(text); }

Json to_json(const Highlights& highlights) {
  Json list = Json::array();
  for (const auto& [start, end] : highlights) list.push_back({start, end});
  return list;
}

/// One function for each alternative of FieldValue.
struct ToJson {
  Json operator()(std::monostate) const { return {}; }
  Json operator()(const std::string& value) const { return value; }
  Json operator()(std::uint64_t value) const { return value; }
  Json operator()(double value) const { return value; }
  Json operator()(bool value) const { return value; }
  Json operator()(const std::vector<std::string>& value) const { return value; }
  Json operator()(const Highlights& value) const { return to_json(value); }
  Json operator()(const Dateline& value) const {
    return {{"text", text_or_null(value.text)},
            {"place", text_or_null(value.place)},
            {"country", text_or_null(value.country)},
            {"agency", text_or_null(value.agency)}};
  }
  Json operator()(const std::vector<Snippet>& value) const {
    Json list = Json::array();
    for (const Snippet& snippet : value) {
      list.push_back({{"text", snippet.text},
                      {"highlights", to_json(snippet.highlights)},
                      {"field", snippet.field}});
    }
    return list;
  }
  Json operator()(const std::vector<FoldedCopy>& value) const {
    Json list = Json::array();
    for (const FoldedCopy& copy : value) {
      list.push_back({{"id", copy.id},
                      {"headline", text_or_null(copy.headline)},
                      {"source", text_or_null(copy.source)},
                      {"published", text_or_null(copy.published.to_iso8601())}});
    }
    return list;
  }
};

Json hit_object(const Hit& hit, const JsonStyle& style) {
  Json object = Json::object();
  for (const HitField& field : style.fields.empty() ? standard_hit_fields() : style.fields) {
    object[std::string(field.name)] = std::visit(ToJson{}, field.value(hit));
  }
  if (style.fields.empty() && !hit.explanation.empty()) object["explanation"] = hit.explanation;
  return object;
}

Json filters_object(const Answer& answer) {
  Json object = Json::object();
  for (const auto& [name, values] : answer.filters) object[name] = values;
  return object;
}

Json facets_object(const Answer& answer) {
  Json object = Json::object();
  for (const Facet& facet : answer.facets) {
    Json list = Json::array();
    for (const FacetValue& value : facet.values) {
      list.push_back({{"value", value.value}, {"count", value.count}});
    }
    object[facet.field] = std::move(list);
  }
  return object;
}

Json timeline_list(const Answer& answer) {
  Json list = Json::array();
  if (!answer.timeline) return list;
  for (const TimelineBucket& bucket : *answer.timeline) {
    list.push_back({{"start", bucket.start}, {"count", bucket.count}, {"total", bucket.total}});
  }
  return list;
}

std::string dump(const Json& json, bool one_line) {
  // A bad byte that got this far must not cost the whole answer.
  return terminal_safe_json(
      json.dump(one_line ? -1 : 2, ' ', false, Json::error_handler_t::replace) + "\n");
}

}  // namespace

std::string answer_json(const Answer& answer, const JsonStyle& style, std::string_view batch_id) {
  Json json;
  json["schema"] = "newssearch/1";
  if (!batch_id.empty()) json["id"] = batch_id;
  json["query"] = {{"text", text_or_null(answer.query_text)},
                   {"understood", text_or_null(answer.understood)},
                   {"match", answer.match},
                   {"relaxed", answer.relaxed},
                   {"phrases", answer.phrases}};
  json["filters"] = filters_object(answer);
  json["index"] = {{"path", answer.index_path},
                   {"generation", answer.generation},
                   {"articles", answer.articles}};
  json["total"] = {{"value", answer.total},
                   {"relation", answer.total_is_exact ? "exact" : "at_least"}};
  if (answer.collapsed) json["stories"] = answer.stories ? Json(*answer.stories) : Json();
  json["undated"] = answer.undated;
  json["took_ms"] = answer.took_ms;
  if (!answer.counted_only) {
    json["hits"] = Json::array();
    for (const Hit& hit : answer.hits) json["hits"].push_back(hit_object(hit, style));
  }
  json["facets"] = facets_object(answer);
  json["timeline"] = timeline_list(answer);
  json["suggestion"] = text_or_null(answer.suggestion);
  return dump(json, style.one_line);
}

std::string hit_json_line(const Hit& hit, const JsonStyle& style) {
  return dump(hit_object(hit, style), true);
}

}  // namespace news
