#include "indexer/segment/vocabulary.h"

#include "common/base/hash.h"

namespace news {
namespace {

constexpr std::size_t kShortText = 15;  // what std::string of libstdc++ holds inside
// How many tokens ahead the table of tokens is fetched, which is too large for the nearest caches.
constexpr std::size_t kAhead = 8;

}  // namespace

Vocabulary::Language& Vocabulary::language(std::string_view tag, std::string_view mark) {
  auto& found = languages_[std::string(mark).append(tag)];
  if (found == nullptr) found = std::make_unique<Language>(tag, mark);
  return *found;
}

void Vocabulary::add(Language& language, const std::vector<StringTable::Key>& tokens,
                     std::vector<std::uint32_t>& numbers) {
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (i + kAhead < tokens.size()) language.tokens_.prefetch(tokens[i + kAhead]);
    const StringTable::Place place = language.tokens_.add(tokens[i]);
    if (place.is_new) language.words_.push_back(word_of(language, tokens[i].text()));
    numbers.push_back(language.words_[place.number]);
    __builtin_prefetch(&tallies_[numbers.back()]);
  }
  for (auto number = numbers.end() - static_cast<std::ptrdiff_t>(tokens.size());
       number != numbers.end(); ++number) {
    ++tallies_[*number].frequency;
  }
}

void Vocabulary::clear_words() {
  word_keys_.clear();
  std::vector<Word>().swap(words_);
  std::vector<Tally>().swap(tallies_);
  long_text_bytes_ = 0;
  for (auto& [unused, language] : languages_) {
    language->tokens_.clear();
    std::vector<std::uint32_t>().swap(language->words_);
  }
}

std::vector<std::string> Vocabulary::languages() const {
  std::vector<std::string> tags;
  for (const auto& [unused, language] : languages_) {
    if (language->mark_.empty()) tags.push_back(language->tag_);
  }
  return tags;
}

std::size_t Vocabulary::memory() const {
  std::size_t bytes = word_keys_.memory() + words_.capacity() * sizeof(Word) +
                      tallies_.capacity() * sizeof(Tally) + long_text_bytes_;
  for (const auto& [unused, language] : languages_) {
    bytes += language->tokens_.memory() + language->words_.capacity() * sizeof(std::uint32_t);
  }
  return bytes;
}

std::uint32_t Vocabulary::word_of(const Language& language, std::string_view token) {
  Word word;
  word.spelling = spelling_of(token);
  word.stem = language.stemmer_.stem(word.spelling);
  if (!language.mark_.empty()) word.stem.insert(0, language.mark_);
  const StringTable::Place place = word_keys_.add(word.spelling + '\0' + word.stem);
  if (place.is_new) {
    word.folded = fold(word.spelling);
    if (!language.mark_.empty()) {
      word.folded.insert(0, language.mark_);
      word.spelling.insert(0, language.mark_);
    }
    for (const std::string* text : {&word.spelling, &word.stem, &word.folded}) {
      if (text->size() > kShortText) long_text_bytes_ += text->size() + 1;
    }
    tallies_.push_back({0, hash64(word.spelling)});
    words_.push_back(std::move(word));
  }
  return place.number;
}

}  // namespace news
