#pragma once

#include <string_view>

#include "common/base/output.h"
#include "searcher/cli/options.h"
#include "searcher/match/search.h"
#include "searcher/output/json_output.h"
#include "searcher/output/terminal_output.h"

namespace news {

/// Writes answers and articles in the format that the options ask for. Borrows both arguments.
class AnswerPrinter {
 public:
  /// Throws Error{Usage} for unknown names in --fields.
  AnswerPrinter(const Options& options, const SearchRequest& request, Output& output);

  /// What comes before the first answer: the header of CSV.
  void begin();
  /// One answer; `batch_id` and `query` are of a --batch line, empty without one.
  void print(const Answer& answer, std::string_view batch_id = {});
  /// A whole article: a view for people, or its JSON line.
  void print(const Article& article);
  /// True when any answer had a match.
  bool found() const { return found_; }

 private:
  void print_for_people(const Answer& answer, std::string_view batch_id);

  const Options& options_;
  Output& output_;
  JsonStyle json_;
  TerminalStyle terminal_;
  bool found_ = false;
};

}  // namespace news
