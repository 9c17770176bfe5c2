#include "indexer/clean/stripped_text.h"

#include "common/base/text.h"

namespace news {
namespace {

/// Adds a line to `other`, unless it is empty, says the headline again or finds no room.
void keep(std::string_view line, Article& article) {
  std::string& other = article.other;
  const std::size_t before = other.size();
  const std::size_t taken = before + 1;
  if (taken >= kMostStrippedBytes) return;
  if (before != 0) other += '\n';
  const std::size_t start = other.size();
  append_collapsed(other, line);
  const std::string_view text = std::string_view(other).substr(start);
  if (text.empty() || text == article.headline) {
    other.resize(before);
  } else {
    other.resize(start + utf8_prefix(text, kMostStrippedBytes - taken).size());
  }
}

}  // namespace

bool is_stripped(Zone zone) {
  return zone == Zone::Navigation || zone == Zone::OtherStories || zone == Zone::Footer ||
         zone == Zone::MachineSummary || zone == Zone::Credit;
}

void add_stripped(std::string_view line, Article& article) {
  article.reading.stripped_characters += count_code_points(line);
  keep(line, article);
}

void take_stripped(const std::vector<ZonedLine>& lines, Article& article) {
  for (const ZonedLine& line : lines) {
    const std::size_t characters = count_code_points(line.text);
    article.reading.page_characters += characters;
    if (!is_stripped(line.zone)) continue;
    article.reading.stripped_characters += characters;
    keep(line.text, article);
  }
}

}  // namespace news
