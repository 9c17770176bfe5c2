#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "searcher/match/answer.h"
#include "searcher/output/hit_fields.h"

namespace news {

/// The columns of CSV when none are named: what fits in a cell and a reader can use.
const std::vector<HitField>& csv_fields();

/// Names of the columns as a line of CSV (RFC 4180: commas, CRLF). With `batch`, a first column
/// "query" holds the ids of --batch lines.
std::string csv_header(const std::vector<HitField>& fields, bool batch);

/// What is done to the cells of CSV beyond quoting.
struct CsvStyle {
  bool guard_formulas = false;  ///< ' before what a spreadsheet would run as a formula
  bool for_terminal = false;    ///< nothing in a cell steers a terminal
};

/// The hits as lines of CSV. Lists are joined by "; ".
std::string csv_rows(const Answer& answer, const std::vector<HitField>& fields,
                     std::string_view batch_id, const CsvStyle& style = {});

/// The hits as lines of values with tabs between them, for cut and awk: nothing in a value can be
/// taken for a tab, a line end or a terminal command.
std::string tab_rows(const Answer& answer, const std::vector<HitField>& fields,
                     std::string_view batch_id);

/// The hits as a TREC run: "qid Q0 docid rank score tag". Blanks in an id or tag become '_'.
std::string trec_rows(const Answer& answer, std::string_view query_id, std::string_view tag);

}  // namespace news
