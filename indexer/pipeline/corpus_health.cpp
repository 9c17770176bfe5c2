#include "indexer/pipeline/corpus_health.h"

#include <algorithm>

#include "common/index/schema.h"
#include "common/index/stories.h"

namespace news {
namespace {

using FurnitureBySource = std::map<std::string, Furniture>;

void add_furniture(const Columns& columns, std::uint64_t number, FurnitureBySource& furniture) {
  const std::int64_t characters = columns.numbers(kPageColumn)[number - 1];
  if (characters == 0) return;
  const LabelColumn& sources = columns.labels(info(Attribute::Source).name);
  std::string source;
  sources.for_each(number, [&](std::uint64_t label) { source = sources.label(label); });
  Furniture& entry = furniture[source];
  ++entry.pages;
  entry.characters += static_cast<std::uint64_t>(characters);
  entry.stripped += static_cast<std::uint64_t>(columns.numbers(kStrippedColumn)[number - 1]);
}

void count_copies(std::vector<CopyKey> keys, CorpusHealth& health) {
  std::map<std::uint64_t, std::uint64_t> texts;
  for (const CopyKey& key : keys) {
    if (key.fingerprint != 0) ++texts[key.fingerprint];
  }
  const auto count = [](std::uint64_t articles, CopyCount& copies) {
    if (articles < 2) return;
    ++copies.groups;
    copies.articles += articles;
  };
  for (const auto& [unused, articles] : texts) count(articles, health.same_text);
  StoryFinder finder(std::move(keys));
  for (std::size_t i = 0; i < finder.size(); ++i) {
    if (!finder.is_taken(i)) count(finder.take_story(i).size(), health.near_copies);
  }
}

}  // namespace

CorpusHealth examine(const Index& index) {
  CorpusHealth health;
  std::vector<CopyKey> keys;
  FurnitureBySource furniture;
  for (const Segment& segment : index.segments()) {
    const Columns& columns = segment.columns();
    const LabelColumn& guesses = columns.labels(kDateGuessColumn);
    const NumberColumn& repaired = columns.numbers(kRepairedColumn);
    for (std::uint64_t number = 1; number <= segment.size(); ++number) {
      if (segment.is_deleted(number)) continue;
      keys.push_back(copy_key(columns, number));
      add_furniture(columns, number, furniture);
      health.repaired += static_cast<std::uint64_t>(repaired[number - 1]);
      guesses.for_each(number, [&](std::uint64_t label) {
        ++health.date_guesses[std::string(guesses.label(label))];
      });
    }
  }
  count_copies(std::move(keys), health);
  for (auto& [source, entry] : furniture) {
    entry.source = source;
    health.furniture.push_back(std::move(entry));
  }
  std::stable_sort(health.furniture.begin(), health.furniture.end(),
                   [](const Furniture& a, const Furniture& b) { return a.stripped > b.stripped; });
  return health;
}

}  // namespace news
