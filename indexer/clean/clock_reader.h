#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "indexer/clean/date_finder.h"
#include "indexer/clean/date_tokens.h"

namespace news {

/// Reads a time of day and the zone after it from tokens: 15:40, 3:45 p.m., 15 h 40, 15.40 Uhr,
/// 20時01分, each with IST, GMT+2 or +05:30.
class ClockReader {
 public:
  /// Borrows `tokens`; starts at `at`.
  ClockReader(const std::vector<DateToken>& tokens, std::size_t at) : tokens_(tokens), at_(at) {}

  /// Fills in the clock of `date`. A time that no clock shows ("605:12") is read over and noted as
  /// impossible. False, and nothing changed, when no time stands here.
  bool read(FoundDate& date);
  /// The token after the time and its zone.
  std::size_t next() const { return at_; }

 private:
  const DateToken* peek(std::size_t ahead = 0) const;
  bool take_mark(char mark);
  bool take_half_of_day(int& half);
  std::optional<int> take_leading_half();
  bool read_digits(FoundDate& date);
  bool read_run_of_digits(FoundDate& date);
  void read_seconds(FoundDate& date);
  void read_zone(FoundDate& date);
  bool read_offset(FoundDate& date);
  bool is_point_clock() const;

  const std::vector<DateToken>& tokens_;
  std::size_t at_;
};

}  // namespace news
