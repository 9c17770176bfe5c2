#include "indexer/clean/page_reader.h"

#include <algorithm>

#include "common/base/text.h"
#include "indexer/clean/page_names.h"
#include "indexer/clean/page_zoner.h"
#include "indexer/clean/publisher_country.h"
#include "indexer/clean/unwrap.h"

namespace news {
namespace {

void add_row(PageReading& page, const ZonedLine& line) {
  MetadataRow row = read_metadata_row(line.text);
  if (page.place.text.empty()) {
    // What stands before the first date: "Montevideo, 28 December 2025".
    const std::size_t end = row.dates.empty() ? line.text.size() : row.dates.front().date.begin;
    page.place = {place_of_row(std::string_view(line.text).substr(0, end)), line.number};
  }
  for (RowDate& date : row.dates) page.dates.push_back({std::move(date), line.number});
  if (row.dates.empty() || line.text.find('|') == std::string::npos) return;
  if (page.source.text.empty()) page.source = {row.source, line.number};
  if (page.agency.text.empty()) page.agency = {row.agency, line.number};
  if (page.place.text.empty()) page.place = {row.place, line.number};
  if (!row.author.empty()) page.authors.push_back(row.author);
}

void add_contact(PageReading& page, const ZonedLine& line) {
  if (page.phone_country.text.empty()) {
    if (std::string code = country_of_phone(line.text); !code.empty()) {
      page.phone_country = {std::move(code), line.number};
    }
  }
  if (page.email_host.text.empty()) {
    if (std::string host = host_of_email(line.text); !host.empty()) {
      page.email_host = {std::move(host), line.number};
    }
  }
}

/// Gives every line of the wrapped page the zone of the paragraph that it is in.
void restore_lines(PageReading& page, std::string_view text,
                   const std::vector<std::size_t>& line_of) {
  std::vector<ZonedLine> lines;
  const std::vector<std::string_view> raw = split(text, '\n');
  for (std::size_t i = 0; i < raw.size(); ++i) {
    if (line_of[i] >= page.lines.size()) break;
    const ZonedLine& whole = page.lines[line_of[i]];
    lines.push_back({i + 1, std::string(trim(raw[i])), whole.zone, whole.rule});
  }
  const auto restore = [&](std::size_t& number) {
    if (number == 0) return;
    const auto found = std::find(line_of.begin(), line_of.end(), number - 1);
    number = static_cast<std::size_t>(found - line_of.begin()) + 1;
  };
  for (PageText* found : {&page.headline, &page.summary, &page.source, &page.place, &page.agency,
                          &page.phone_country, &page.email_host}) {
    restore(found->line);
  }
  for (PageText& country : page.countries) restore(country.line);
  for (PageDate& date : page.dates) restore(date.line);
  page.lines = std::move(lines);
}

PageReading read_lines(const PageSource& source) {
  PageZoner zoner(source);
  PageReading page = zoner.read();
  for (const ZonedLine& line : page.lines) {
    if (line.zone == Zone::DatelineRow) add_row(page, line);
    if (line.zone == Zone::Footer || line.zone == Zone::OtherStories ||
        line.zone == Zone::Navigation) {
      add_contact(page, line);
    }
  }
  return page;
}

}  // namespace

PageReading read_page(const PageSource& source) {
  // Mark-up knows where paragraphs end.
  if (source.hints != nullptr && !source.hints->empty()) return read_lines(source);
  const UnwrappedPage unwrapped = unwrap_page(source.text);
  if (unwrapped.line_of.empty()) return read_lines(source);
  PageReading page = read_lines({unwrapped.text, nullptr, source.headline});
  restore_lines(page, source.text, unwrapped.line_of);
  return page;
}

}  // namespace news
