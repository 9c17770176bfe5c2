#include "indexer/segment/vocabulary.h"

namespace news {

Vocabulary::Language& Vocabulary::language(std::string_view tag) {
  auto& found = languages_[std::string(tag)];
  if (found == nullptr) found = std::make_unique<Language>(tag);
  return *found;
}

std::uint32_t Vocabulary::add(Language& language, std::string_view token) {
  const StringTable::Place place = language.tokens_.add(token);
  if (place.is_new) language.words_.push_back(word_of(language, token));
  const std::uint32_t number = language.words_[place.number];
  ++frequencies_[number];
  return number;
}

std::vector<std::string> Vocabulary::languages() const {
  std::vector<std::string> tags;
  for (const auto& [tag, unused] : languages_) tags.push_back(tag);
  return tags;
}

std::uint32_t Vocabulary::word_of(const Language& language, std::string_view token) {
  Word word;
  word.spelling = spelling_of(token);
  word.stem = language.stemmer_.stem(word.spelling);
  const StringTable::Place place = word_keys_.add(word.spelling + '\0' + word.stem);
  if (place.is_new) {
    word.folded = fold(word.spelling);
    words_.push_back(std::move(word));
    frequencies_.push_back(0);
  }
  return place.number;
}

}  // namespace news
