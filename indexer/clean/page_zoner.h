#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "indexer/clean/date_rows.h"
#include "indexer/clean/page_body.h"
#include "indexer/clean/page_hints.h"
#include "indexer/clean/page_line.h"
#include "indexer/clean/page_reader.h"

namespace news {

/// Gives every line of one page its zone, from the middle outwards: the story's paragraphs first,
/// then the headline above them, then what lies between, around and behind. Borrows the page.
class PageZoner {
 public:
  explicit PageZoner(const PageSource& source);

  /// The zones, and the texts of those that are texts. Call once.
  PageReading read();

 private:
  void set(std::size_t index, Zone zone, std::string_view rule);
  bool is_set(std::size_t index) const { return !page_.lines[index].rule.empty(); }
  bool zone_by_hint(std::size_t index);
  void zone_head();
  void zone_before_headline();
  void zone_between(std::size_t index);
  bool is_picture_name(std::size_t index) const;
  void zone_country_list(std::size_t index);
  void zone_machine_summary(std::size_t index);
  void start_below_headline();
  void move_standfirst();
  void zone_story();
  void zone_side_lines(std::size_t begin, std::size_t end);
  bool is_story_line(std::size_t index) const;
  void zone_tail();
  std::size_t footer_start() const;
  void collect();

  std::string_view title_;
  std::vector<PageLine> lines_;
  std::vector<LineMarks> marks_;
  DateRows date_rows_;
  BodySpan body_;
  std::optional<std::size_t> headline_;
  StoryBlocks story_blocks_;
  PageReading page_;
};

}  // namespace news
