#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace news {

/// The paragraphs of a story's text, without blanks at their ends and runs of blanks inside. Lines
/// that were wrapped at a fixed width are joined: there, a paragraph starts after an empty line or
/// at an indent. Otherwise every line is a paragraph.
std::vector<std::string> body_paragraphs(std::string_view text);

}  // namespace news
