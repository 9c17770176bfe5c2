#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "indexer/clean/page_body.h"
#include "indexer/clean/page_line.h"
#include "indexer/clean/zone.h"

namespace news {

/// A zone and the rule that gave it, a literal.
struct RuledZone {
  Zone zone = Zone::Navigation;
  std::string_view rule;
};

/// What mark-up says of a line that is none of the story's paragraphs. Nothing when it doesn't say.
std::optional<RuledZone> zone_of_hint(const PageLine& line);

/// The elements whose own paragraphs make up a good part of the story: what else stands in them is
/// more likely the story's, too. None for bare text.
class StoryBlocks {
 public:
  StoryBlocks() = default;
  StoryBlocks(const std::vector<PageLine>& lines, const std::vector<LineMarks>& marks,
              const BodySpan& body);

  bool holds(const PageLine& line) const;

 private:
  std::vector<std::uint32_t> blocks_;
};

}  // namespace news
