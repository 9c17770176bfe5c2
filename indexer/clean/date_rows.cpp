#include "indexer/clean/date_rows.h"

#include "indexer/clean/metadata_row.h"

namespace news {

DateRows::DateRows(const std::vector<PageLine>& lines) : lines_(&lines), answers_(lines.size()) {}

bool DateRows::has(std::size_t line) {
  return answers_.of(line, [&] { return is_date_row((*lines_)[line]); });
}

}  // namespace news
