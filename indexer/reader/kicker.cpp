#include "indexer/reader/kicker.h"

#include "common/base/text.h"
#include "indexer/reader/text_letters.h"

namespace news {
namespace {

constexpr std::size_t kShortestTitle = 16;  // bytes

bool ends_or_begins_with_colon(std::string_view text) {
  text = trim(text);
  return text.starts_with(':') || text.ends_with(':');
}

}  // namespace

std::string_view behind_kicker(std::string_view title, std::string_view again) {
  if (title == again || letters_of(title) != letters_of(again)) return {};
  std::size_t same = 0;
  while (same < title.size() && same < again.size() && title[same] == again[same]) ++same;
  std::size_t tail = 0;
  while (tail < title.size() - same && tail < again.size() - same &&
         title[title.size() - 1 - tail] == again[again.size() - 1 - tail]) {
    ++tail;
  }
  const std::size_t end = title.size() - tail;
  const bool has_colon = ends_or_begins_with_colon(title.substr(same, end - same)) ||
                         ends_or_begins_with_colon(again.substr(same, again.size() - tail - same));
  const std::string_view rest = trim(title.substr(end));
  return same > 0 && has_colon && rest.size() >= kShortestTitle ? rest : std::string_view{};
}

}  // namespace news
