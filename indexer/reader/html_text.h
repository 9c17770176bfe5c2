#pragma once

#include <string>
#include <string_view>

namespace news {

/// The text of HTML without its mark-up: block elements become lines, runs of white space one
/// blank, references their characters; script, style and comments are left out. For fields that
/// hold a little HTML, not for pages: nothing is taken for a menu. Never fails, whatever comes in.
std::string html_to_text(std::string_view html);

/// True when `text` holds tags that HTML knows, so that it is to be read by `html_to_text`.
bool looks_like_html(std::string_view text);

/// `text` itself, or its text when it looks like HTML.
std::string text_of_html(std::string text);

/// References of HTML (&eacute; &#8217; &#x2019;) become characters; others stay as they are.
std::string decode_html_references(std::string_view text);

}  // namespace news
