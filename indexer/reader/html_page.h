#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/reader/line_hint.h"

namespace news {

/// What a web page says, free of its mark-up.
struct HtmlPage {
  /// One line of text; where a block of the page ends, a line does.
  struct Line {
    std::string text;
    LineHint hint;
  };
  /// A name and a value: of a meta element, or of an element with an itemprop.
  struct Property {
    std::string name;  ///< in lower case: "og:title"
    std::string value;
  };

  std::vector<Line> lines;
  std::vector<Property> metas;
  std::vector<Property> items;      ///< microdata: the value that a machine reads, or the text
  std::vector<std::string> titles;  ///< texts of its h1 elements that are no menu's, in order
  std::string title;                ///< of the window
  std::string canonical;
  std::string language;
  std::string time;                  ///< <time datetime> nearest to the story's beginning
  std::vector<std::string> authors;  ///< texts of links with rel=author
  std::vector<std::string> json_ld;
  bool is_whole = true;  ///< false when the rest was left out: more than html_filter.h allows
};

/// Reads a page. Any input gives a page, maybe an empty one; time and memory are bounded (see
/// html_filter.h). `html` is valid UTF-8.
HtmlPage read_html(std::string_view html);

}  // namespace news
