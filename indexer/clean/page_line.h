#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/reader/line_hint.h"

namespace news {

/// Words of a title, at most; and at least, where little else tells that it is one.
inline constexpr int kMostTitleWords = 34;
inline constexpr int kFewestTitleWords = 4;

/// A line of a saved page with what can be told from the line alone.
struct PageLine {
  std::string_view text;   ///< trimmed; without bullet and leading image name
  std::string_view whole;  ///< trimmed
  int words = 0;           ///< a Chinese or Japanese character counts as half a word
  int sentences = 0;       ///< ends of sentences inside the line
  bool is_blank = true;
  bool is_item = false;      ///< begins with a bullet or "1."
  bool is_image = false;     ///< only names of images or form fields: "[IMG_1326-1]"
  bool after_image = false;  ///< the line before is an image, or this one begins with its name
  bool ends_sentence = false;
  LineHint hint;  ///< from mark-up, if there was any

  /// Reads like a paragraph of a story.
  bool is_sentence_like() const;
  /// A short paragraph: believed only among others.
  bool is_short_sentence() const;
};

/// All lines of a page, in order. The views are into `page`. `hints` are empty, or one a line.
std::vector<PageLine> page_lines(std::string_view page, const std::vector<LineHint>& hints = {});

}  // namespace news
