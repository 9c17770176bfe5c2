#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace news {

/// `text` with every reference "&name;" replaced. `append(out, name)` appends what a name stands
/// for and returns true, or returns false when it stands for nothing; then the text stays as it
/// is. A reference has at most `longest` bytes.
template <class Append>
std::string replace_references(std::string_view text, std::size_t longest, Append append) {
  std::string out;
  out.reserve(text.size());
  for (;;) {
    const std::size_t at = text.find('&');
    out.append(text.substr(0, at));
    if (at == std::string_view::npos) return out;
    text.remove_prefix(at);
    const std::size_t end = text.substr(0, longest).find(';');
    if (end != std::string_view::npos && append(out, text.substr(1, end - 1))) {
      text.remove_prefix(end + 1);
    } else {
      out += '&';
      text.remove_prefix(1);
    }
  }
}

}  // namespace news
