#include "indexer/clean/stripped_text.h"

#include "common/base/text.h"

namespace news {

bool is_stripped(Zone zone) {
  return zone == Zone::Navigation || zone == Zone::OtherStories || zone == Zone::Footer ||
         zone == Zone::MachineSummary || zone == Zone::Credit;
}

void take_stripped(const std::vector<ZonedLine>& lines, Article& article) {
  for (const ZonedLine& line : lines) {
    const std::size_t characters = count_code_points(line.text);
    article.reading.page_characters += characters;
    if (!is_stripped(line.zone)) continue;
    article.reading.stripped_characters += characters;
    const std::size_t taken = article.other.size() + 1;
    if (taken >= kMostStrippedBytes) continue;
    const std::string text = collapse_spaces(line.text);
    if (text.empty() || text == article.headline) continue;
    if (!article.other.empty()) article.other += '\n';
    article.other += utf8_prefix(text, kMostStrippedBytes - taken);
  }
}

}  // namespace news
