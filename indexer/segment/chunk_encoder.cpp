#include "indexer/segment/chunk_encoder.h"

#include <algorithm>
#include <limits>

#include "common/analysis/word_forms.h"
#include "common/article/countries.h"
#include "common/base/error.h"
#include "common/base/varint.h"
#include "common/index/article_codec.h"
#include "common/index/attributes.h"
#include "common/index/token_stream.h"

namespace news {
namespace {

// How many terms ahead tables and lists are fetched, which are too large for the nearest caches.
constexpr std::size_t kAhead = 8;

constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();

/// Tells the terms of a stem apart: that of the whole article is the stem itself.
std::uint64_t term_key(TextField field, std::uint32_t stem) {
  return (static_cast<std::uint64_t>(field) + 1) << 32 | stem;
}

/// Adds up the second parts of equal first parts.
template <typename Key>
void combine(std::vector<std::pair<Key, float>>& counts) {
  std::sort(counts.begin(), counts.end());
  std::size_t kept = 0;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    if (kept > 0 && counts[kept - 1].first == counts[i].first) {
      counts[kept - 1].second += counts[i].second;
    } else {
      if (kept != i) counts[kept] = std::move(counts[i]);
      ++kept;
    }
  }
  counts.resize(kept);
}

[[noreturn]] void broken() { throw Error(ErrorKind::Bug, "an analysed article is broken"); }

}  // namespace

ChunkEncoder::ChunkEncoder(const SegmentPlan& plan, PostingRun& postings)
    : plan_(plan),
      postings_(postings),
      compressor_(plan.dictionary()),
      territory_finders_(plan.words()) {}

EncodedArticle ChunkEncoder::encode(std::uint64_t number) {
  const RunEntry& entry = plan_.article(number);
  const ArticleRun& run = plan_.run(entry);
  run.read_codes(entry, source_codes_);
  run.read_article(entry, source_article_);
  StoredArticle stored;
  if (!decode_article(source_article_, stored)) broken();
  const Article& article = stored.article;

  EncodedArticle encoded;
  encoded.frame = compressor_.compress(source_article_);
  territory_finder_ = &territory_finders_.of(article.language);
  encode_codes(entry, encoded);
  boost_countries(article);
  wdf_sum_ = 0;
  file_postings(static_cast<std::uint32_t>(number), article,
                ImpactScale(plan_.ranking(), entry.boosted_length));
  encoded.wdf_sum = wdf_sum_;
  encoded.columns.published = article.published;
  encoded.columns.length = entry.tokens;
  encoded.columns.fingerprint = entry.fingerprint;
  encoded.columns.reading = article.reading;
  for (const AttributeInfo& row : kAttributes) {
    encoded.columns.labels.push_back(attribute_labels(article, row.attribute));
  }
  if (postings_.end_article(terms_.memory())) terms_ = NumberTable();
  return encoded;
}

void ChunkEncoder::encode_codes(const RunEntry& entry, EncodedArticle& encoded) {
  std::string_view in = source_codes_;
  std::string* out = &encoded.codes;
  bool is_acronym = false;
  while (!in.empty()) {
    std::uint64_t code = 0;
    if (!get_varint(in, code)) broken();
    if (code >= kFirstWordCode) {
      const WordUse word = plan_.word(entry, static_cast<std::uint32_t>(code - kFirstWordCode));
      put_varint(*out, kFirstWordCode + std::uint64_t{word.number});
      count_word(word, is_acronym);
      is_acronym = false;
      continue;
    }
    if (code == kAcronymMark) {
      is_acronym = true;
      continue;
    }
    territory_finder_->start_over();
    if (code == kFieldMark + static_cast<std::uint64_t>(TextField::Other)) out = &encoded.other;
    put_varint(*out, code);
    if (code < kFieldMark) continue;
    field_ = static_cast<TextField>(code - kFieldMark);
    const bool has_lead = field_ == TextField::Body;
    lead_words_left_ = has_lead ? kRankedLeadWords : 0;
    boost_ = static_cast<float>(has_lead ? plan_.ranking().lead_boost
                                         : boost_of(field_, plan_.ranking()));
    last_ideograph_ = kNone;
  }
}

void ChunkEncoder::count_word(const WordUse& word, bool is_acronym) {
  add_occurrence(word.stem);
  if (field_ != TextField::Other) {
    const std::string_view territory = territory_finder_->next(word.stem, is_acronym);
    if (!territory.empty()) territories_.emplace_back(territory, boost_);
  }
  if (field_ != TextField::Body && field_ != TextField::Other) {
    field_occurrences_.emplace_back(term_key(field_, word.stem), boost_);
  }
  count_pair(word);
  if (lead_words_left_ > 0 && --lead_words_left_ == 0) {
    boost_ = static_cast<float>(boost_of(field_, plan_.ranking()));
  }
}

void ChunkEncoder::add_occurrence(std::uint32_t stem) {
  const auto next = static_cast<std::uint32_t>(occurrences_.size());
  const std::uint32_t place = places_.at(stem, next);
  if (place == next) occurrences_.emplace_back(stem, 0.0F);
  occurrences_[place].second += boost_;
}

void ChunkEncoder::count_pair(const WordUse& word) {
  if (word.is_ideograph && last_ideograph_ != kNone) {
    const std::string_view prefix = field_ == TextField::Other ? kOtherMark : std::string_view();
    pairs_.emplace_back(make_term(prefix, plan_.ideograph(last_ideograph_) +
                                              plan_.ideograph(word.number)),
                        boost_);
  }
  last_ideograph_ = word.is_ideograph ? word.number : kNone;
}

void ChunkEncoder::boost_countries(const Article& article) {
  // A country named by the page weighs the words of its name, where the text has them: what an
  // article matches stays a matter of its text.
  for (const std::string& country : article.countries) {
    for (const std::uint32_t stem : country_stems(article.language, country)) {
      const std::uint32_t* const place = places_.find(stem);
      if (place == nullptr) continue;
      occurrences_[*place].second += static_cast<float>(plan_.ranking().country_boost);
    }
  }
}

const std::vector<std::uint32_t>& ChunkEncoder::country_stems(const std::string& language,
                                                              const std::string& country) {
  const auto [place, is_new] = country_stems_.try_emplace(language + '\0' + country);
  if (!is_new) return place->second;
  const Stemmer stemmer(language);
  for (const std::string& spelling : spellings_in(country_name(country))) {
    const auto stem = plan_.words().find_stem(stemmer.stem(spelling));
    if (stem) place->second.push_back(*stem);
  }
  return place->second;
}

void ChunkEncoder::file_postings(std::uint32_t number, const Article& article,
                                 const ImpactScale& scale) {
  file_stems(occurrences_, number, scale);
  occurrences_.clear();
  places_.clear();
  combine(field_occurrences_);
  file_stems(field_occurrences_, number, scale);
  field_occurrences_.clear();
  combine(pairs_);
  for (const auto& [pair, count] : pairs_) {
    file(postings_.term(pair), number, scale.impact(count));
  }
  pairs_.clear();
  combine(territories_);
  for (const auto& [code, count] : territories_) {
    file(postings_.term(territory_term(code)), number, scale.impact(count));
  }
  territories_.clear();
  for (const std::string& term : filter_terms(article)) file(postings_.term(term), number, 0);
}

template <typename Key>
void ChunkEncoder::file_stems(const std::vector<std::pair<Key, float>>& counts,
                              std::uint32_t number, const ImpactScale& scale) {
  filed_.clear();
  for (std::size_t i = 0; i < counts.size(); ++i) {
    if (i + kAhead < counts.size()) terms_.prefetch(counts[i + kAhead].first);
    filed_.push_back(stem_term(counts[i].first));
    postings_.prefetch_list(filed_.back());
  }
  for (std::size_t i = 0; i < counts.size(); ++i) {
    if (i + kAhead < counts.size()) postings_.prefetch_end(filed_[i + kAhead]);
    file(filed_[i], number, scale.impact(counts[i].second));
  }
}

void ChunkEncoder::file(std::uint32_t term, std::uint32_t number, std::uint32_t wdf) {
  postings_.add(term, number, wdf);
  wdf_sum_ += wdf;
}

std::uint32_t ChunkEncoder::stem_term(std::uint64_t key) {
  std::uint32_t& term = terms_.at(key, kNone);
  if (term == kNone) {
    const std::uint64_t field = key >> 32;
    const std::string_view prefix =
        field == 0 ? std::string_view() : kTextFields[field - 1].prefix;
    term = postings_.term(make_term(prefix, plan_.words().stem(static_cast<std::uint32_t>(key))));
  }
  return term;
}

}  // namespace news
