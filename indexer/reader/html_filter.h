#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace news {

/// A page without what says nothing about its text.
struct FilteredHtml {
  std::string markup;
  std::vector<std::string> json_ld;  ///< contents of its first JSON-LD scripts
  bool is_whole = true;              ///< false when the page goes on beyond a limit
};

/// Takes out scripts, styles, comments, pictures drawn in mark-up, tags that only change the look,
/// and all attributes but those that tell what an element is. What is left is a fraction of the
/// page, never nests deeper than kMostNesting elements that have to be closed, and ends at
/// kMostTags tags or kMostMarkup bytes, so that a parser's time and memory are bounded whatever
/// comes in. `html` is valid UTF-8.
FilteredHtml filter_html(std::string_view html);

inline constexpr int kMostNesting = 256;
inline constexpr std::size_t kMostTags = 400'000;
inline constexpr std::size_t kMostMarkup = 16u << 20;
inline constexpr std::size_t kMostScripts = 100;

}  // namespace news
