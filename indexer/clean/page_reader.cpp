#include "indexer/clean/page_reader.h"

#include "common/base/text.h"
#include "indexer/clean/page_zoner.h"
#include "indexer/clean/publisher_country.h"

namespace news {
namespace {

void add_row(PageReading& page, const ZonedLine& line) {
  MetadataRow row = read_metadata_row(line.text);
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

}  // namespace

PageReading read_page(std::string_view text) {
  PageZoner zoner(text);
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

}  // namespace news
