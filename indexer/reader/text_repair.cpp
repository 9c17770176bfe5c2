#include "indexer/reader/text_repair.h"

#include "common/base/text.h"

namespace news {

std::string clean_text(std::string_view bytes) {
  if (bytes.substr(0, 3) == "\xef\xbb\xbf") bytes.remove_prefix(3);
  std::string text = is_valid_utf8(bytes) ? std::string(bytes) : to_valid_utf8(bytes);
  std::size_t end = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '\r' || c == '\f' || c == '\v') {
      if (c == '\r' && i + 1 < text.size() && text[i + 1] == '\n') continue;
      text[end++] = '\n';
    } else if (static_cast<unsigned char>(c) >= 0x20 || c == '\n' || c == '\t') {
      if (c != '\x7f') text[end++] = c;
    }
  }
  text.resize(end);
  return text;
}

}  // namespace news
