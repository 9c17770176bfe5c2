#include "indexer/segment/vocabulary.h"

#include "common/base/hash.h"

namespace news {
namespace {

// What a new entry costs beside its letters: nodes, buckets, empty strings.
constexpr std::size_t kEntryBytes = 160;

}  // namespace

std::size_t StringHash::operator()(std::string_view text) const { return hash64(text); }

Vocabulary::Language& Vocabulary::language(std::string_view tag) {
  auto& found = languages_[std::string(tag)];
  if (found == nullptr) found = std::make_unique<Language>(tag);
  return *found;
}

std::uint32_t Vocabulary::add(Language& language, std::string_view token) {
  const auto known = language.by_token_.find(token);
  const std::uint32_t number =
      known != language.by_token_.end() ? known->second : find_or_make(language, token);
  ++words_[number].frequency;
  return number;
}

std::vector<std::string> Vocabulary::languages() const {
  std::vector<std::string> tags;
  for (const auto& [tag, unused] : languages_) tags.push_back(tag);
  return tags;
}

std::uint32_t Vocabulary::find_or_make(Language& language, std::string_view token) {
  Word word;
  word.spelling = spelling_of(token);
  word.stem = language.stemmer_.stem(word.spelling);
  const auto [place, is_new] = by_word_.try_emplace(word.spelling + '\0' + word.stem,
                                                    static_cast<std::uint32_t>(words_.size()));
  memory_ += kEntryBytes + token.size();
  if (is_new) {
    word.folded = fold(word.spelling);
    memory_ += 2 * kEntryBytes + word.spelling.size() + word.stem.size() + word.folded.size();
    words_.push_back(std::move(word));
  }
  language.by_token_.emplace(token, place->second);
  return place->second;
}

}  // namespace news
