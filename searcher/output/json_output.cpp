#include "searcher/output/json_output.h"

#include <algorithm>

#include "searcher/output/json_writer.h"

namespace news {
namespace {

/// False for what was asked for before under the same name: an object has a key once.
template <typename Item, typename Name>
bool is_first(const std::vector<Item>& items, const Item& item, Name Item::*name) {
  return std::none_of(items.data(), &item,
                      [&](const Item& earlier) { return earlier.*name == item.*name; });
}

void write(JsonWriter& out, const std::vector<std::string>& values) {
  out.begin_list();
  for (const std::string& value : values) out.text(value);
  out.end_list();
}

void write(JsonWriter& out, const Highlights& highlights) {
  out.begin_list();
  for (const auto& [start, end] : highlights) {
    out.begin_list();
    out.number(start);
    out.number(end);
    out.end_list();
  }
  out.end_list();
}

void write(JsonWriter& out, std::string_view key, std::string_view value) {
  out.key(key);
  out.text_or_null(value);
}

/// For texts that are never null.
void write_text(JsonWriter& out, std::string_view key, std::string_view value) {
  out.key(key);
  out.text(value);
}

void write(JsonWriter& out, std::string_view key, std::uint64_t value) {
  out.key(key);
  out.number(value);
}

/// One function for each alternative of FieldValue.
struct WriteValue {
  JsonWriter& out;

  void operator()(std::monostate) const { out.null(); }
  void operator()(const std::string& value) const { out.text(value); }
  void operator()(std::uint64_t value) const { out.number(value); }
  void operator()(double value) const { out.number(value); }
  void operator()(bool value) const { out.boolean(value); }
  void operator()(const std::vector<std::string>& value) const { write(out, value); }
  void operator()(const Highlights& value) const { write(out, value); }
  void operator()(const Dateline& value) const {
    out.begin_object();
    write(out, "text", value.text);
    write(out, "place", value.place);
    write(out, "country", value.country);
    write(out, "agency", value.agency);
    out.end_object();
  }
  void operator()(const std::vector<Snippet>& value) const {
    out.begin_list();
    for (const Snippet& snippet : value) {
      out.begin_object();
      write_text(out, "text", snippet.text);
      out.key("highlights");
      write(out, snippet.highlights);
      write_text(out, "field", snippet.field);
      out.end_object();
    }
    out.end_list();
  }
  void operator()(const std::vector<FoldedCopy>& value) const {
    out.begin_list();
    for (const FoldedCopy& copy : value) {
      out.begin_object();
      write_text(out, "id", copy.id);
      write(out, "headline", copy.headline);
      write(out, "source", copy.source);
      write(out, "published", copy.published.to_iso8601());
      out.end_object();
    }
    out.end_list();
  }
};

void write(JsonWriter& out, const HitField& field, const Hit& hit) {
  out.key(field.name);
  std::visit(WriteValue{out}, field.value(hit));
}

void write_hit(JsonWriter& out, const Hit& hit, const JsonStyle& style) {
  out.begin_object();
  if (style.fields.empty()) {
    for (const HitField& field : standard_hit_fields()) write(out, field, hit);
    if (!hit.explanation.empty()) write(out, "explanation", hit.explanation);
  }
  for (const HitField& field : style.fields) {
    if (is_first(style.fields, field, &HitField::name)) write(out, field, hit);
  }
  out.end_object();
}

void write_query(JsonWriter& out, const Answer& answer) {
  out.key("query");
  out.begin_object();
  write(out, "text", answer.query_text);
  write(out, "understood", answer.understood);
  write_text(out, "match", answer.match);
  out.key("relaxed");
  out.boolean(answer.relaxed);
  write_text(out, "phrases", answer.phrases);
  out.end_object();
  out.key("filters");
  out.begin_object();
  for (const auto& [name, values] : answer.filters) {
    out.key(name);
    write(out, values);
  }
  out.end_object();
}

void write_counts(JsonWriter& out, const Answer& answer) {
  out.key("index");
  out.begin_object();
  write_text(out, "path", answer.index_path);
  write(out, "generation", answer.generation);
  write(out, "articles", answer.articles);
  out.end_object();
  out.key("total");
  out.begin_object();
  write(out, "value", answer.total);
  write(out, "relation", answer.total_is_exact ? "exact" : "at_least");
  out.end_object();
  if (answer.collapsed) {
    out.key("stories");
    answer.stories ? out.number(*answer.stories) : out.null();
  }
  write(out, "undated", answer.undated);
}

void write_facets(JsonWriter& out, const Answer& answer) {
  out.key("facets");
  out.begin_object();
  for (const Facet& facet : answer.facets) {
    if (!is_first(answer.facets, facet, &Facet::field)) continue;
    out.key(facet.field);
    out.begin_list();
    for (const FacetValue& value : facet.values) {
      out.begin_object();
      write_text(out, "value", value.value);
      write(out, "count", value.count);
      out.end_object();
    }
    out.end_list();
  }
  out.end_object();
}

void write_timeline(JsonWriter& out, const std::vector<TimelineBucket>& buckets) {
  out.key("timeline");
  out.begin_list();
  for (const TimelineBucket& bucket : buckets) {
    out.begin_object();
    write_text(out, "start", bucket.start);
    write(out, "count", bucket.count);
    write(out, "total", bucket.total);
    out.end_object();
  }
  out.end_list();
}

}  // namespace

std::string answer_json(const Answer& answer, const JsonStyle& style, std::string_view batch_id) {
  JsonWriter out(style.one_line);
  out.begin_object();
  write(out, "schema", "newssearch/1");
  if (!batch_id.empty()) write(out, "id", batch_id);
  write_query(out, answer);
  write_counts(out, answer);
  out.key("took_ms");
  out.number(answer.took_ms);
  if (!answer.counted_only) {
    out.key("hits");
    out.begin_list();
    for (const Hit& hit : answer.hits) write_hit(out, hit, style);
    out.end_list();
  }
  write_facets(out, answer);
  write_timeline(out, answer.timeline.value_or(std::vector<TimelineBucket>{}));
  write(out, "suggestion", answer.suggestion);
  out.end_object();
  return out.take() + "\n";
}

std::string hit_json_line(const Hit& hit, const JsonStyle& style) {
  JsonWriter out(true);
  write_hit(out, hit, style);
  return out.take() + "\n";
}

}  // namespace news
