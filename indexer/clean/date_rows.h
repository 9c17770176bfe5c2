#pragma once

#include <cstddef>
#include <vector>

#include "indexer/clean/asked_once.h"
#include "indexer/clean/page_line.h"

namespace news {

/// Which lines of a page are rows of dates, each line read at most once however many rules ask.
/// Borrows the lines. For one thread.
class DateRows {
 public:
  explicit DateRows(const std::vector<PageLine>& lines);

  /// `is_date_row` of a line.
  bool has(std::size_t line);

 private:
  const std::vector<PageLine>* lines_;
  AskedOnce answers_;
};

}  // namespace news
