#include "indexer/reader/json_article.h"

#include <simdjson.h>

#include <algorithm>
#include <tuple>
#include <unordered_map>
#include <vector>

#include "common/base/text.h"
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

MeaningTable make_meanings() {
  MeaningTable table;
  for (const FieldNames& field : all_fields()) {
    std::size_t rank = 0;
    for (const std::string_view key : split(field.keys, ' ')) {
      table[key.substr(0, key.find('.'))].push_back({field.field, rank++, key});
    }
  }
  return table;
}

struct Candidate {
  Field field;
  std::size_t rank;
  std::string_view path;
  element value;
};

std::vector<Candidate> find_candidates(const simdjson::dom::object& object) {
  static const MeaningTable meanings = make_meanings();
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
    bool doubtful = false;
    if (object.at_key("published_doubtful").get(doubtful) == simdjson::SUCCESS) {
      article.published.doubtful = doubtful;
    }
  }
  article.updated = read_stamp(raw.updated_text);
  article.countries = raw.country_texts;
  article.publisher_country = raw.publisher_country_text;
}

bool is_own(const element& object) {
  element value;
  return object.at_key("published_precision").get(value) == simdjson::SUCCESS &&
         object.at_key("published_doubtful").get(value) == simdjson::SUCCESS;
}

}  // namespace

RawArticle json_article(const element& object, const ReadOptions& options) {
  RawArticle raw;
  std::uint32_t filled = 0;
  const auto bit = [](Field field) { return std::uint32_t{1} << static_cast<unsigned>(field); };
  for (const FieldMapping& mapping : options.mapping) {
    const auto field = find_field(mapping.field);
    if (!field) continue;
    // The user's word holds even where the key is missing: no other key is tried.
    filled |= bit(*field);
    element value;
    if (json_find(object, mapping.key, value)) set_json_field(raw, *field, value, mapping.key);
  }
  for (const Candidate& candidate : find_candidates(object.get_object().value())) {
    if ((filled & bit(candidate.field)) != 0) continue;
    if (set_json_field(raw, candidate.field, candidate.value, candidate.path)) {
      filled |= bit(candidate.field);
    }
  }
  if (raw.article.id.empty() && raw.article.url.empty()) {
    raw.article.id = text_at(object, "filename");
  }
  if (is_own(object)) restore_own(raw, object);
  return raw;
}

}  // namespace news
