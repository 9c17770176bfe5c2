#include "indexer/reader/text_repair.h"

#include <algorithm>

#include "common/base/text.h"

namespace news {

std::string clean_text(std::string_view bytes) {
  if (bytes.substr(0, 3) == "\xef\xbb\xbf") bytes.remove_prefix(3);
  std::string text = is_valid_utf8(bytes) ? std::string(bytes) : to_valid_utf8(bytes);
  // Most texts have nothing to take out up to here.
  const auto is_plain = [](char c) {
    return (static_cast<unsigned char>(c) >= 0x20 && c != '\x7f') || c == '\n' || c == '\t';
  };
  const auto first = std::find_if_not(text.begin(), text.end(), is_plain);
  auto end = static_cast<std::size_t>(first - text.begin());
  for (std::size_t i = end; i < text.size(); ++i) {
    const char c = text[i];
    if (static_cast<unsigned char>(c) >= 0x20 && c != '\x7f') {
      text[end++] = c;
    } else if (c == '\r' || c == '\f' || c == '\v') {
      if (c == '\r' && i + 1 < text.size() && text[i + 1] == '\n') continue;
      text[end++] = '\n';
    } else if (c == '\n' || c == '\t') {
      text[end++] = c;
    }
  }
  text.resize(end);
  return text;
}

}  // namespace news
