#include "indexer/reader/text_letters.h"

#include "common/base/text.h"

namespace news {

std::string letters_of(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t begin = i;
    const char32_t c = next_code_point(text, i);
    if (c < 0x80) {
      if (is_ascii_alnum(static_cast<char>(c))) out += ascii_lower(static_cast<char>(c));
    } else if (!(c >= 0x2000 && c < 0x2070) && c >= 0xc0) {
      out.append(text.substr(begin, i - begin));
    }
  }
  return out;
}

}  // namespace news
