#include "indexer/clean/stripped_text.h"

#include "common/base/text.h"

namespace news {

bool is_stripped(Zone zone) {
  return zone == Zone::Navigation || zone == Zone::OtherStories || zone == Zone::Footer ||
         zone == Zone::MachineSummary || zone == Zone::Credit;
}

void add_stripped(std::string_view line, Article& article) {
  article.reading.stripped_characters += count_code_points(line);
  const std::size_t taken = article.other.size() + 1;
  if (taken >= kMostStrippedBytes) return;
  const std::string text = collapse_spaces(line);
  if (text.empty() || text == article.headline) return;
  if (!article.other.empty()) article.other += '\n';
  article.other += utf8_prefix(text, kMostStrippedBytes - taken);
}

void take_stripped(const std::vector<ZonedLine>& lines, Article& article) {
  for (const ZonedLine& line : lines) {
    article.reading.page_characters += count_code_points(line.text);
    if (is_stripped(line.zone)) add_stripped(line.text, article);
  }
}

}  // namespace news
