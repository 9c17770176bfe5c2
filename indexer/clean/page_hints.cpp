#include "indexer/clean/page_hints.h"

#include <algorithm>
#include <utility>

namespace news {
namespace {

constexpr int kMostBylineWords = 30;
constexpr int kStoryBlockPercent = 15;

}  // namespace

std::optional<RuledZone> zone_of_hint(const PageLine& line) {
  using Region = LineHint::Region;
  if (!line.hint.is_marked_up() || line.hint.is_declared) return std::nullopt;
  switch (line.hint.region) {
    case Region::Caption:
      return RuledZone{Zone::Caption, "caption by mark-up"};
    case Region::Byline:
      if (line.words > kMostBylineWords) return std::nullopt;
      return RuledZone{Zone::DatelineRow, "byline by mark-up"};
    case Region::Tags:
      return RuledZone{Zone::Tags, "tags by mark-up"};
    case Region::OtherStories:
      return RuledZone{Zone::OtherStories, "other stories by mark-up"};
    case Region::Undeclared:
      return RuledZone{Zone::OtherStories, "not in the declared body"};
    case Region::Footer:
      return RuledZone{Zone::Footer, "footer by mark-up"};
    case Region::Navigation:
    case Region::Share:
    case Region::Comments:
      return RuledZone{Zone::Navigation, "furniture by mark-up"};
    default:
      return std::nullopt;
  }
}

StoryBlocks::StoryBlocks(const std::vector<PageLine>& lines, const std::vector<LineMarks>& marks,
                         const BodySpan& body) {
  std::vector<std::pair<std::uint32_t, int>> words;
  int total = 0;
  for (std::size_t i = body.first; i <= body.last; ++i) {
    if (!marks[i].is_paragraph || !lines[i].hint.is_marked_up()) continue;
    const std::uint32_t block = lines[i].hint.block;
    auto found = std::find_if(words.begin(), words.end(),
                              [block](const auto& entry) { return entry.first == block; });
    if (found == words.end()) found = words.insert(found, {block, 0});
    found->second += lines[i].words;
    total += lines[i].words;
  }
  for (const auto& [block, count] : words) {
    if (count * 100 >= total * kStoryBlockPercent) blocks_.push_back(block);
  }
}

bool StoryBlocks::holds(const PageLine& line) const {
  return line.hint.is_marked_up() &&
         std::find(blocks_.begin(), blocks_.end(), line.hint.block) != blocks_.end();
}

}  // namespace news
