#include "common/index/territory_finder.h"

#include <algorithm>
#include <string>

#include "common/analysis/word_forms.h"
#include "common/base/text.h"

namespace news {
namespace {

/// The stems of a name's words; none when the segment lacks one of them.
std::vector<std::uint32_t> stems_of(std::string_view name, const WordList& words,
                                    const Stemmer& stemmer) {
  std::vector<std::uint32_t> stems;
  for (const std::string& spelling : spellings_in(name)) {
    const auto stem = words.find_stem(stemmer.stem(spelling));
    if (!stem) return {};
    stems.push_back(*stem);
  }
  return stems;
}

}  // namespace

TerritoryFinder::TerritoryFinder(const WordList& words, std::string_view language)
    : may_end_(kBits) {
  const Stemmer stemmer(language);
  for_each_territory_name(language, [&](std::string_view name, std::string_view code) {
    std::vector<std::uint32_t> stems = stems_of(name, words, stemmer);
    if (stems.empty() || stems.size() > kMostTerritoryWords) return;
    const std::uint32_t last = stems.back();
    may_end_[last % kBits] = true;
    names_[last].push_back({std::move(stems), is_ascii_upper(name.front()), code});
  });
  for (auto& [last, names] : names_) {
    std::stable_sort(names.begin(), names.end(), [](const Name& a, const Name& b) {
      return a.stems.size() > b.stems.size();
    });
  }
}

TerritoryFinder& TerritoryFinders::of(const std::string& language) {
  return finders_.try_emplace(language, words_, language).first->second;
}

std::string_view TerritoryFinder::named_by_last(bool is_acronym) const {
  const auto found = names_.find(before_[(size_ - 1) % before_.size()]);
  if (found == names_.end()) return {};
  for (const Name& name : found->second) {
    if ((is_acronym || !name.is_acronym) && ends_with(name)) return name.code;
  }
  return {};
}

bool TerritoryFinder::ends_with(const Name& name) const {
  if (name.stems.size() > size_) return false;
  const std::size_t first = size_ - name.stems.size();
  for (std::size_t i = 0; i < name.stems.size(); ++i) {
    if (before_[(first + i) % before_.size()] != name.stems[i]) return false;
  }
  return true;
}

}  // namespace news
