#include "indexer/segment/article_run.h"

#include <algorithm>
#include <array>
#include <limits>

#include "common/analysis/word_forms.h"
#include "common/base/varint.h"
#include "common/index/article_codec.h"
#include "common/index/text_layout.h"
#include "common/index/token_stream.h"

namespace news {
namespace {

// How often the memory of words and entries is looked at, in articles.
constexpr std::size_t kLookEvery = 64;
// Shares of a run's memory: what a vocabulary may hold, and what chapters may before they go to a
// file.
constexpr std::size_t kVocabularyPart = 3;
constexpr std::size_t kChaptersPart = 8;
constexpr std::size_t kLeastBuffer = 1u << 20;  // smaller writes to the file would cost time
// How many tokens are looked up together.
constexpr std::size_t kTogether = 1024;
// How many words ahead their spellings are fetched.
constexpr std::size_t kAhead = 8;
// A caption is often another story's, or an agency's stock line.
constexpr double kCaptionBoost = 0.5;

/// Whatever has a date is newer than what has none.
UnixSeconds changed_at(const DateStamp& published, const DateStamp& updated) {
  if (updated.known()) return updated.seconds;
  return published.known() ? published.seconds : std::numeric_limits<UnixSeconds>::min();
}

void put_break(std::string& codes, Break before) {
  if (before == Break::Paragraph) put_varint(codes, kParagraphMark);
  if (before == Break::Sentence) put_varint(codes, kSentenceMark);
}

}  // namespace

double boost_of(TextField field, const RankingSettings& ranking) {
  switch (field) {
    case TextField::Headline: return ranking.headline_boost;
    case TextField::Dateline: return ranking.dateline_boost;
    case TextField::Caption: return kCaptionBoost;
    case TextField::Summary:
    case TextField::Byline:
    case TextField::Body:
    case TextField::Other: break;
  }
  return 1;
}

ArticleRun::ArticleRun(std::uint32_t number, std::filesystem::path scratch,
                       std::size_t memory_bytes, const RankingSettings& ranking)
    : number_(number),
      memory_bytes_(memory_bytes),
      ranking_(ranking),
      blobs_(scratch, memory_bytes),
      words_(std::move(scratch), memory_bytes / kChaptersPart) {}

void ArticleRun::add(const Article& article, std::uint64_t sequence) {
  codes_.clear();
  fingerprint_.clear();
  entry_ = RunEntry{};
  language_ = &vocabulary_.language(article.language);
  std::array<std::string, kLaidOutFields.size()> layouts;
  const auto add_text = [&](TextField field, std::string_view text) {
    if (text.empty()) return;
    add_field(field, text);
    const auto place = std::find(kLaidOutFields.begin(), kLaidOutFields.end(), field);
    if (place == kLaidOutFields.end()) return;
    layouts[static_cast<std::size_t>(place - kLaidOutFields.begin())] = layout_of(field, text);
  };
  add_text(TextField::Headline, article.headline);
  add_text(TextField::Summary, article.summary);
  add_text(TextField::Dateline, article.dateline.text);
  for (const std::string& author : article.authors) add_text(TextField::Byline, author);
  for (const std::string& caption : article.captions) add_text(TextField::Caption, caption);
  add_text(TextField::Body, article.body);
  if (!article.other.empty()) {
    language_ = &vocabulary_.language(article.language, kOtherMark);
    add_text(TextField::Other, article.other);
  }

  TextLayouts borrowed;
  std::copy(layouts.begin(), layouts.end(), borrowed.begin());
  const std::string encoded = encode_article(article, borrowed);
  entry_.id = article.id;
  entry_.sequence = sequence;
  entry_.dated = article.published.known();
  entry_.published = article.published.seconds;
  entry_.changed = changed_at(article.published, article.updated);
  entry_.fingerprint = fingerprint_.fingerprint();
  entry_.run = number_;
  entry_.chapter = static_cast<std::uint32_t>(chapters_.size());
  entry_.code_bytes = static_cast<std::uint32_t>(codes_.size());
  entry_.article_bytes = static_cast<std::uint32_t>(encoded.size());
  entry_.offset = blobs_.append(codes_);
  blobs_.append(encoded);
  id_bytes_ += article.id.size();
  entries_.push_back(std::move(entry_));
  if (entries_.size() % kLookEvery == 0) share_memory();
}

void ArticleRun::set_dates(std::uint64_t sequence, const DateStamp& published,
                           const DateStamp& updated) {
  const auto entry = std::lower_bound(
      entries_.begin(), entries_.end(), sequence,
      [](const RunEntry& row, std::uint64_t wanted) { return row.sequence < wanted; });
  if (entry == entries_.end() || entry->sequence != sequence) return;
  entry->changed = changed_at(published, updated);
  entry->published = published.seconds;
  dates_[sequence] = {published, updated};
}

void ArticleRun::share_memory() {
  if (vocabulary_.memory() > memory_bytes_ / kVocabularyPart) end_chapter();
  const std::size_t taken = vocabulary_.memory() + memory_bytes_ / kChaptersPart +
                            entries_.size() * sizeof(RunEntry) + id_bytes_;
  blobs_.limit(std::max(kLeastBuffer, memory_bytes_ - std::min(memory_bytes_, taken)));
}

void ArticleRun::end_chapter() {
  chapters_.push_back(put_away(vocabulary_, words_));
  vocabulary_.clear_words();
}

void ArticleRun::finish() {
  // Pages come last, out of the order of the corpus.
  std::stable_sort(entries_.begin(), entries_.end(), [](const RunEntry& a, const RunEntry& b) {
    return a.sequence < b.sequence;
  });
  end_chapter();
  language_ = nullptr;
}

void ArticleRun::add_field(TextField field, std::string_view text) {
  const auto boost = static_cast<float>(boost_of(field, ranking_));
  scratch_tokens_.clear();
  scratch_words_.clear();
  tokenize(text, scratch_tokens_);
  for (std::size_t i = 0; i < scratch_tokens_.size();) {
    scratch_keys_.clear();
    while (i < scratch_tokens_.size() && scratch_keys_.size() < kTogether) {
      const Token& token = scratch_tokens_[i++];
      scratch_keys_.emplace_back(text.substr(token.begin, token.end - token.begin));
    }
    vocabulary_.add(*language_, scratch_keys_, scratch_words_);
  }
  put_varint(codes_, kFieldMark + static_cast<std::uint32_t>(field));
  for (std::size_t i = 0; i < scratch_tokens_.size(); ++i) {
    const std::uint32_t word = scratch_words_[i];
    const Token& token = scratch_tokens_[i];
    if (i > 0) put_break(codes_, token.before);
    if (stands_out_as_acronym(text, token.begin, token.end)) put_varint(codes_, kAcronymMark);
    put_varint(codes_, kFirstWordCode + std::uint64_t{word});
    const std::uint64_t hash = vocabulary_.tallies()[word].hash;
    if (field == TextField::Headline) fingerprint_.add_headline_word(hash);
    if (field == TextField::Body) fingerprint_.add_body_word(hash);
  }
  // What was stripped is no part of the article's length.
  if (field == TextField::Other) return;
  entry_.tokens += static_cast<std::uint32_t>(scratch_tokens_.size());
  entry_.boosted_length += boost * static_cast<float>(scratch_tokens_.size());
  if (field == TextField::Body) {
    const std::size_t lead = std::min<std::size_t>(kRankedLeadWords, scratch_tokens_.size());
    entry_.boosted_length +=
        (static_cast<float>(ranking_.lead_boost) - boost) * static_cast<float>(lead);
  }
}

std::string ArticleRun::layout_of(TextField field, std::string_view text) const {
  const std::size_t mark = field == TextField::Other ? kOtherMark.size() : 0;
  TextLayoutWriter layout(text);
  for (std::size_t i = 0; i < scratch_tokens_.size(); ++i) {
    const Token& token = scratch_tokens_[i];
    if (i + kAhead < scratch_words_.size()) {
      __builtin_prefetch(&vocabulary_.words()[scratch_words_[i + kAhead]]);
    }
    const std::string_view spelling = vocabulary_.words()[scratch_words_[i]].spelling;
    layout.add(token.begin, token.end, spelling.substr(mark));
  }
  return layout.finish();
}

void ArticleRun::read_codes(const RunEntry& entry, std::string& out) const {
  blobs_.read(entry.offset, entry.code_bytes, out);
}

void ArticleRun::read_article(const RunEntry& entry, std::string& out) const {
  blobs_.read(entry.offset + entry.code_bytes, entry.article_bytes, out);
  const auto date = dates_.find(entry.sequence);
  if (date == dates_.end()) return;
  StoredArticle stored;
  if (!decode_article(out, stored)) return;
  stored.article.published = date->second.published;
  stored.article.updated = date->second.updated;
  out = encode_article(stored.article, stored.layouts);
}

}  // namespace news
