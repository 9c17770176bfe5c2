#include "indexer/clean/date_rows.h"

#include "indexer/clean/metadata_row.h"

namespace news {

DateRows::DateRows(const std::vector<PageLine>& lines)
    : lines_(&lines), states_(lines.size(), State::Unknown) {}

bool DateRows::has(std::size_t line) {
  State& state = states_[line];
  if (state == State::Unknown) state = is_date_row((*lines_)[line]) ? State::Yes : State::No;
  return state == State::Yes;
}

}  // namespace news
