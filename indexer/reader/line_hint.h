#pragma once

#include <cstdint>

namespace news {

/// What mark-up tells about one line of a page's text. Zones are decided in cleaning, by the same
/// rules as for bare text; hints only speak for or against a line.
struct LineHint {
  enum class Tag : std::uint8_t { Text, Paragraph, Title, Heading, Item, Cell, Quote };
  enum class Region : std::uint8_t {
    None,
    Caption,
    Byline,  ///< author and date of the story
    Summary,
    Tags,
    Navigation,
    Share,  ///< share bars, newsletters, advertisements
    OtherStories,
    Comments,
    Footer,
    Undeclared,  ///< amid the body that metadata give, but not part of it
  };

  Tag tag = Tag::Text;
  Region region = Region::None;
  std::uint8_t link_percent = 0;  ///< of its letters, how many stand in links
  bool is_declared = false;       ///< part of the body that the page's metadata gives
  bool in_story = false;          ///< inside an element that is called the article's text
  std::uint32_t block = 0;        ///< number of the element around it; 0: there is no mark-up

  bool is_marked_up() const { return block != 0; }
  /// The mark-up says that it is no part of a story's text.
  bool is_apart() const { return region >= Region::Navigation; }
};

}  // namespace news
