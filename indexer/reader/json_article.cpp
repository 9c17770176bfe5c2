#include "indexer/reader/json_article.h"

#include <simdjson.h>

#include <algorithm>
#include <tuple>
#include <unordered_map>
#include <vector>

#include "common/base/text.h"
#include "indexer/reader/html_text.h"
#include "indexer/reader/json_shapes.h"
#include "indexer/reader/json_values.h"

namespace news {
namespace {

using simdjson::dom::element;

/// What a top-level key may mean.
struct Meaning {
  Field field;
  std::size_t rank;       ///< 0 is the best key for the field
  std::string_view path;  ///< the whole key, "thread.url" under "thread"
};

using MeaningTable = std::unordered_map<std::string_view, std::vector<Meaning>>;

/// The keys of a shape take the place of the usual ones; nullptr is for those alone.
MeaningTable make_meanings(const JsonShape* shape) {
  MeaningTable table;
  for (const FieldNames& field : all_fields()) {
    std::string_view keys = field.keys;
    if (shape != nullptr) {
      for (const ShapeField& own : shape->fields) {
        if (own.field == field.field) keys = own.keys;
      }
    }
    std::size_t rank = 0;
    for (const std::string_view key : split(keys, ' ')) {
      if (!key.empty()) table[key.substr(0, key.find('.'))].push_back({field.field, rank++, key});
    }
  }
  return table;
}

const MeaningTable& meanings_of(const JsonShape* shape) {
  static const std::vector<MeaningTable> tables = [] {
    std::vector<MeaningTable> all;
    for (const JsonShape& known : json_shapes()) all.push_back(make_meanings(&known));
    all.push_back(make_meanings(nullptr));
    return all;
  }();
  return shape == nullptr ? tables.back() : tables[shape - json_shapes().data()];
}

constexpr std::uint32_t bit(Field field) {
  return std::uint32_t{1} << static_cast<unsigned>(field);
}

struct Candidate {
  Field field;
  std::size_t rank;
  std::string_view path;
  element value;
};

std::vector<Candidate> find_candidates(const simdjson::dom::object& object,
                                       const MeaningTable& meanings) {
  std::vector<Candidate> candidates;
  candidates.reserve(object.size());
  for (const auto [key, value] : object) {
    const auto found = meanings.find(key);
    if (found == meanings.end() || value.is_null()) continue;
    for (const Meaning& meaning : found->second) {
      element inner = value;
      if (meaning.path.size() > key.size() &&
          !json_find(value, meaning.path.substr(key.size() + 1), inner)) {
        continue;
      }
      candidates.push_back({meaning.field, meaning.rank, meaning.path, inner});
    }
  }
  std::stable_sort(candidates.begin(), candidates.end(), [](const auto& a, const auto& b) {
    return std::tie(a.field, a.rank) < std::tie(b.field, b.rank);
  });
  return candidates;
}

std::string text_at(const element& object, std::string_view key) {
  element value;
  if (object.at_key(key).get(value) != simdjson::SUCCESS) return {};
  std::string text = json_text(value);
  return is_absent(text) ? std::string() : text;
}

DateStamp read_stamp(const std::string& text) {
  DateStamp stamp;
  const auto time = parse_iso8601(text);
  if (!time) return stamp;
  stamp.precision = time->precision;
  stamp.seconds = time->to_unix();
  return stamp;
}

std::uint64_t count_at(const element& object, std::string_view key) {
  std::uint64_t count = 0;
  return object.at_key(key).get(count) == simdjson::SUCCESS ? count : 0;
}

bool flag_at(const element& object, std::string_view key) {
  bool flag = false;
  return object.at_key(key).get(flag) == simdjson::SUCCESS && flag;
}

/// An article that this program wrote has been cleaned; doing it again would only lose something.
void restore_own(RawArticle& raw, const element& object) {
  Article& article = raw.article;
  raw.cleanable_body = false;
  article.published = read_stamp(raw.published_text);
  if (article.published.known()) {
    // ISO 8601 shows minutes with seconds, so the text alone doesn't tell the two apart.
    const auto precision = precision_from_name(text_at(object, "published_precision"));
    if (precision && *precision != Precision::None) article.published.precision = *precision;
    article.published.from = text_at(object, "published_from");
    article.published.doubtful = flag_at(object, "published_doubtful");
  }
  article.updated = read_stamp(raw.updated_text);
  if (!article.id.empty()) {
    article.source_path = text_at(object, "source_path");
    article.record = text_at(object, "record");
    article.format = text_at(object, "format");
  }
  article.countries = raw.country_texts;
  article.publisher_country = raw.publisher_country_text;
  article.other = text_at(object, "other");
  article.reading.page_characters = count_at(object, "page_characters");
  article.reading.stripped_characters = count_at(object, "stripped_characters");
  article.reading.repaired = flag_at(object, "repaired");
}

bool is_own(const element& object) {
  element value;
  return object.at_key("published_precision").get(value) == simdjson::SUCCESS &&
         object.at_key("published_doubtful").get(value) == simdjson::SUCCESS;
}

/// Takes over what a shape read by its own means, but for fields that the user mapped.
void take_particular(RawArticle& raw, RawArticle& from, std::uint32_t& filled) {
  const auto take = [&](Field field, std::string& to, std::string& value) {
    if (value.empty() || (filled & bit(field)) != 0) return;
    to = std::move(value);
    filled |= bit(field);
  };
  take(Field::Headline, raw.article.headline, from.article.headline);
  take(Field::Summary, raw.article.summary, from.article.summary);
  take(Field::Body, raw.article.body, from.article.body);
  take(Field::Section, raw.article.section, from.article.section);
  take(Field::Source, raw.article.source, from.article.source);
  take(Field::Dateline, raw.dateline_text, from.dateline_text);
  if (raw.article.captions.empty()) raw.article.captions = std::move(from.article.captions);
}

}  // namespace

JsonArticle json_article(const element& object, const ReadOptions& options) {
  RawArticle raw;
  const JsonShape* shape = find_json_shape(object);
  std::uint32_t filled = 0;
  for (const FieldMapping& mapping : options.mapping) {
    const auto field = find_field(mapping.field);
    if (!field) continue;
    // The user's word holds even where the key is missing: no other key is tried.
    filled |= bit(*field);
    element value;
    if (json_find(object, mapping.key, value)) set_json_field(raw, *field, value, mapping.key);
  }
  if (shape != nullptr && shape->read != nullptr) {
    RawArticle particular;
    shape->read(object, particular);
    take_particular(raw, particular, filled);
  }
  const auto fields = object.get_object().value();
  for (const Candidate& candidate : find_candidates(fields, meanings_of(shape))) {
    if ((filled & bit(candidate.field)) != 0) continue;
    if (!set_json_field(raw, candidate.field, candidate.value, candidate.path)) continue;
    // Categories and tags of a known shape are both wanted.
    const bool more = shape != nullptr && candidate.field == Field::Keywords;
    if (!more) filled |= bit(candidate.field);
  }
  if (raw.article.id.empty() && raw.article.url.empty()) {
    raw.article.id = text_at(object, "filename");
  }
  if (is_own(object)) {
    restore_own(raw, object);
  } else {
    raw.article.body = text_of_html(std::move(raw.article.body));
    raw.article.summary = text_of_html(std::move(raw.article.summary));
  }
  std::string refusal;
  if (shape != nullptr && shape->refuse != nullptr) refusal = shape->refuse(object, raw);
  return {std::move(raw), std::move(refusal)};
}

}  // namespace news
