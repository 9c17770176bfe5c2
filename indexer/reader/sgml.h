#pragma once

#include <string>
#include <string_view>

namespace news {

// A tolerant reader for old SGML, which is no XML: bare '<' in text, elements without an end,
// references to control characters. It never fails; what isn't there is empty.

/// The first element `tag` in `text`: what stands between its tags.
struct SgmlElement {
  bool found = false;
  std::string_view attributes;  ///< between the name and '>'
  std::string_view content;     ///< to its end tag; if it has none, to the next tag
  std::size_t begin = 0;        ///< where its start tag begins in `text`
  std::size_t end = 0;          ///< just after its end tag, or its content if it has none
};

/// Finds `<tag>` or `<tag attributes>`; `tag` is in upper case, as in the text.
SgmlElement find_element(std::string_view text, std::string_view tag);

/// Value of `name="..."` in `attributes`; "" if there is none.
std::string_view find_attribute(std::string_view attributes, std::string_view name);

/// `text` with &lt; &gt; &amp; &quot; &apos; and &#N; replaced. References to control characters
/// that no text holds are dropped; &#127;, which stands where a character was lost, is a blank.
/// Other references stay as they are.
std::string decode_references(std::string_view text);

}  // namespace news
